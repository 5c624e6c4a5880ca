package io.livenessledger.record.check;

import io.livenessledger.ledger.check.Finding;
import io.livenessledger.problem.Problem;
import io.livenessledger.problem.ProblemCode;
import io.livenessledger.record.history.Body;
import io.livenessledger.record.history.History;
import io.livenessledger.record.history.Observation;
import io.livenessledger.store.Background;
import io.livenessledger.store.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Reads bodies, and gives out none that is not exactly what was committed to. Called outside a
 * transaction.
 */
@ApplicationScoped
public class GenuineBodies {
  private static final Logger LOG = Logger.getLogger(GenuineBodies.class);

  /** A changed revision does not make the vendor's words another's. */
  private static final Set<String> CONCERNING =
      Set.of(
          Examination.OBSERVATION, Examination.STATEMENT, Examination.BODY, Examination.COMMITMENT);

  private final History history;
  private final Transactions transactions;

  GenuineBodies(History history, Transactions transactions) {
    this.history = history;
    this.transactions = transactions;
  }

  /**
   * The body of an observation; null when it has none. Fails with {@code integrity-violation} when
   * the bytes, the observation, its statement and its leaf do not all say the same.
   */
  public Uni<Body> of(Observation observation) {
    Tuple which =
        Tuple.of(
            observation.recordId().value(),
            observation.number(),
            observation.storedAt().atOffset(ZoneOffset.UTC));
    return transactions
        .readOn(c -> c.preparedQuery(StoredFacts.BY_NUMBER).execute(which))
        .chain(rows -> isUncommitted(rows) ? uncommitted(observation) : genuine(observation, rows));
  }

  /** Whether it is from before there were statements and waits for its own. */
  private static boolean isUncommitted(RowSet<io.vertx.mutiny.sqlclient.Row> rows) {
    Row row = first(rows);
    return row != null && row.getLong(StoredFacts.ENTRY) == null && !row.getBoolean(row.size() - 1);
  }

  private static Row first(RowSet<io.vertx.mutiny.sqlclient.Row> rows) {
    Iterator<io.vertx.mutiny.sqlclient.Row> found = rows.iterator();
    return found.hasNext() ? found.next().getDelegate() : null;
  }

  private Uni<Body> uncommitted(Observation observation) {
    return transactions
        .read(() -> history.body(observation))
        .invoke(body -> require(observation, fits(observation, body)));
  }

  private static boolean fits(Observation observation, Body body) {
    return Objects.equals(body == null ? null : body.digest(), observation.bodyDigest());
  }

  private static void require(Observation observation, boolean genuine) {
    if (!genuine) {
      throw violation(observation, Examination.BODY);
    }
  }

  /** On a worker: there may be a mebibyte to hash. */
  private static Uni<Body> genuine(
      Observation observation, RowSet<io.vertx.mutiny.sqlclient.Row> rows) {
    return Background.compute(() -> examined(observation, first(rows)));
  }

  private static Body examined(Observation observation, Row row) {
    if (row == null || row.getLong(StoredFacts.ENTRY) == null) {
      throw violation(observation, Examination.STATEMENT);
    }
    Buffer leaf = row.getBuffer(row.size() - 2);
    String differing =
        ObservationCheck.of(row, leaf == null ? null : leaf.getBytes()).stream()
            .filter(GenuineBodies::concerns)
            .map(Finding::what)
            .distinct()
            .collect(Collectors.joining(", "));
    if (!differing.isEmpty()) {
      throw violation(observation, differing);
    }
    StoredFact.StoredBody body = StoredFacts.of(row).body();
    return body == null ? null : body.body();
  }

  private static boolean concerns(Finding finding) {
    return CONCERNING.contains(finding.what()) && !finding.detail().equals(Examination.PREVIOUS);
  }

  private static Problem violation(Observation observation, String differing) {
    LOG.errorf(
        "Integrity violation: record %s, observation %d is not what was committed to (%s)",
        observation.recordId(), observation.number(), differing);
    return Problem.of(
        ProblemCode.INTEGRITY_VIOLATION,
        "What is stored of this observation is not what was committed to; it is not shown.");
  }
}
