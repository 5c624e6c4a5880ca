package io.livenessledger.record.proof;

import io.livenessledger.ledger.log.Leaf;
import io.livenessledger.ledger.log.TamperedLogException;
import io.livenessledger.ledger.proof.OpenProof;
import io.livenessledger.ledger.proof.OpenProofs;
import io.livenessledger.problem.Problem;
import io.livenessledger.problem.ProblemCode;
import io.livenessledger.record.RecordHistory;
import io.livenessledger.record.history.Observation;
import io.livenessledger.record.history.RecordId;
import io.livenessledger.record.statement.CommittedStatement;
import io.livenessledger.record.statement.Statements;
import io.livenessledger.store.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Proves observations, as soon as they are published. */
@ApplicationScoped
class ObservationProofs {
  private static final Logger LOG = Logger.getLogger(ObservationProofs.class);

  private final RecordHistory history;
  private final Statements statements;
  private final OpenProofs proofs;
  private final Transactions transactions;

  ObservationProofs(
      RecordHistory history, Statements statements, OpenProofs proofs, Transactions transactions) {
    this.history = history;
    this.statements = statements;
    this.proofs = proofs;
    this.transactions = transactions;
  }

  /**
   * The proof of an observation; null when it is not published within this time. Fails with {@code
   * record-not-found}, {@code observation-not-found}, and with {@code integrity-violation} when
   * what is stored does not prove what it says.
   */
  Uni<OpenProof> of(RecordId id, int number, Duration patience) {
    return history.observation(id, number).chain(fact -> committed(fact, patience));
  }

  /** One from before there were statements, which waits for its own, is not published either. */
  private Uni<OpenProof> committed(Observation fact, Duration patience) {
    return transactions
        .read(() -> statements.of(fact))
        .chain(
            found ->
                found == null ? Uni.createFrom().nullItem() : published(fact, found, patience));
  }

  private Uni<OpenProof> published(
      Observation fact, CommittedStatement committed, Duration patience) {
    Leaf leaf = Statements.leaf(fact, committed.commitment());
    return proofs
        .of(committed.entry(), committed.opening(), leaf, patience)
        .onFailure(TamperedLogException.class)
        .transform(tampered -> violation(fact));
  }

  private static Problem violation(Observation fact) {
    LOG.errorf(
        "Integrity violation: record %s, observation %d cannot be proven",
        fact.recordId(), fact.number());
    return Problem.of(
        ProblemCode.INTEGRITY_VIOLATION,
        "What is stored of this observation does not prove that it was committed to.");
  }
}
