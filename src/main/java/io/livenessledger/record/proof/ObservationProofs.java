package io.livenessledger.record.proof;

import io.livenessledger.ledger.log.EntryProof;
import io.livenessledger.ledger.log.Opening;
import io.livenessledger.ledger.log.Proofs;
import io.livenessledger.ledger.log.TamperedLogException;
import io.livenessledger.merkle.InvalidProofException;
import io.livenessledger.problem.Problem;
import io.livenessledger.problem.ProblemCode;
import io.livenessledger.record.RecordHistory;
import io.livenessledger.record.history.Observation;
import io.livenessledger.record.history.RecordId;
import io.livenessledger.record.statement.CommittedStatement;
import io.livenessledger.record.statement.Statements;
import io.livenessledger.store.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import org.jboss.logging.Logger;

/** Proves observations, as soon as they are published. */
@ApplicationScoped
class ObservationProofs {
  private static final Logger LOG = Logger.getLogger(ObservationProofs.class);

  /** From one look to the next: a quarter of the usual time between two checkpoints. */
  private static final Duration STEP = Duration.ofMillis(50);

  private final RecordHistory history;
  private final Statements statements;
  private final Proofs proofs;
  private final Transactions transactions;

  ObservationProofs(
      RecordHistory history, Statements statements, Proofs proofs, Transactions transactions) {
    this.history = history;
    this.statements = statements;
    this.proofs = proofs;
    this.transactions = transactions;
  }

  /**
   * A proof with what opens its commitment.
   *
   * @param opening statement and salt
   */
  record Opened(EntryProof proof, Opening opening) {}

  /**
   * The proof of an observation; null when it is not published within this time. Fails with {@code
   * record-not-found}, {@code observation-not-found}, and with {@code integrity-violation} when
   * what is stored does not prove what it says.
   */
  Uni<Opened> of(RecordId id, int number, Duration patience) {
    return history.observation(id, number).chain(fact -> committed(fact, patience));
  }

  /** One from before there were statements, which waits for its own, is not published either. */
  private Uni<Opened> committed(Observation fact, Duration patience) {
    return transactions
        .read(() -> statements.of(fact.recordId(), fact.number()))
        .chain(
            found ->
                found == null ? Uni.createFrom().nullItem() : published(fact, found, patience));
  }

  private Uni<Opened> published(Observation fact, CommittedStatement committed, Duration patience) {
    return awaited(committed.entry(), patience)
        .onFailure(f -> f instanceof TamperedLogException || f instanceof InvalidProofException)
        .transform(tampered -> violation(fact, "the log"))
        .onItem()
        .ifNotNull()
        .transform(proof -> opened(fact, proof, committed.opening()));
  }

  private Uni<EntryProof> awaited(long entry, Duration patience) {
    return proofs
        .of(entry)
        .chain(
            proof ->
                proof != null || patience.isZero()
                    ? Uni.createFrom().item(proof)
                    : again(entry, patience));
  }

  private Uni<EntryProof> again(long entry, Duration patience) {
    Duration step = patience.compareTo(STEP) < 0 ? patience : STEP;
    return pause(step).chain(() -> awaited(entry, patience.minus(step)));
  }

  /** Comes back on the caller's Vert.x context, and holds nothing meanwhile. */
  private static Uni<Void> pause(Duration step) {
    Context context = Objects.requireNonNull(Vertx.currentContext());
    long millis = Math.max(1, step.toMillis());
    return Uni.createFrom()
        .emitter(
            emitter ->
                context
                    .owner()
                    .setTimer(millis, fired -> context.runOnContext(x -> emitter.complete(null))));
  }

  private static Opened opened(Observation fact, EntryProof proof, Opening opening) {
    byte[] leaf = Statements.leaf(fact, opening.commitment()).data();
    if (!Arrays.equals(leaf, proof.leaf())) {
      throw violation(fact, "the statement");
    }
    return new Opened(proof, opening);
  }

  private static Problem violation(Observation fact, String differing) {
    LOG.errorf(
        "Integrity violation: record %s, observation %d cannot be proven (%s)",
        fact.recordId(), fact.number(), differing);
    return Problem.of(
        ProblemCode.INTEGRITY_VIOLATION,
        "What is stored of this observation does not prove that it was committed to.");
  }
}
