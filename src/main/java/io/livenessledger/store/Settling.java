package io.livenessledger.store;

import io.livenessledger.problem.Problem;
import io.livenessledger.problem.ProblemCode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Waits until what was begun before has ended. A row has its storing time before it is committed:
 * whoever says that there is nothing more up to an instant has to wait for the transactions that
 * were under way, and on a read replica for what they wrote.
 */
@ApplicationScoped
public class Settling {
  private static final Duration STEP = Duration.ofMillis(20);

  private static final String NEXT = "select pg_snapshot_xmax(pg_current_snapshot())::text";
  private static final String ENDED =
      "select pg_snapshot_xmin(pg_current_snapshot()) >= $1::text::xid8";
  private static final String WRITTEN = "select pg_current_wal_lsn()::text";
  private static final String REPLAYED =
      "select not pg_is_in_recovery() or pg_last_wal_replay_lsn() >= $1::text::pg_lsn";

  private final StoreConfig config;
  private final Transactions transactions;
  private final LongReads reads;

  Settling(StoreConfig config, Transactions transactions, LongReads reads) {
    this.config = config;
    this.transactions = transactions;
    this.reads = reads;
  }

  /**
   * Completes when every transaction that is under way has ended, or when none of ours can be under
   * way any more. To be called on a Vert.x context.
   */
  public Uni<Void> ended() {
    return transactions
        .readOn(connection -> text(connection, NEXT))
        .chain(next -> until(() -> transactions.readOn(c -> isTrue(c, ENDED, next))))
        .replaceWithVoid();
  }

  /**
   * Completes when {@link LongReads} sees what is committed now; fails as {@code store-unavailable}
   * when a replica is too far behind.
   */
  public Uni<Void> visible() {
    return transactions
        .readOn(connection -> text(connection, WRITTEN))
        .chain(lsn -> until(() -> reads.readOn(c -> isTrue(c, REPLAYED, lsn))))
        .invoke(
            yes -> {
              if (!yes) {
                throw Problem.of(
                    ProblemCode.STORE_UNAVAILABLE, "The read replica is too far behind.");
              }
            })
        .replaceWithVoid();
  }

  /** Asks until the answer is yes, or it was asked for too long. Returns the last answer. */
  private Uni<Boolean> until(Supplier<Uni<Boolean>> question) {
    return until(question, config.timeout());
  }

  private static Uni<Boolean> until(Supplier<Uni<Boolean>> question, Duration patience) {
    return question
        .get()
        .chain(
            yes ->
                yes || patience.isNegative()
                    ? Uni.createFrom().item(yes)
                    : Background.pause(STEP).chain(() -> until(question, patience.minus(STEP))));
  }

  private static Uni<String> text(SqlConnection connection, String sql) {
    return connection.query(sql).execute().map(rows -> first(rows).getString(0));
  }

  private static Uni<Boolean> isTrue(SqlConnection connection, String sql, String parameter) {
    return connection
        .preparedQuery(sql)
        .execute(Tuple.of(parameter))
        .map(rows -> first(rows).getBoolean(0));
  }

  private static Row first(Iterable<Row> rows) {
    return rows.iterator().next();
  }
}
