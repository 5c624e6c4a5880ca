package io.livenessledger.store;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Questions about many records. They have connections of their own, so that the reads of single
 * records do not wait behind them, and may have a read replica. Failures come out as in {@link
 * Transactions}; a question that takes too long fails as {@code store-unavailable}, too.
 */
@ApplicationScoped
public class LongReads {
  /** Past the server's own limit: for a server that hangs and cannot even say so. */
  private static final Duration PAST_THE_LIMIT = Duration.ofSeconds(5);

  private static final String IS_REPLICA = "select pg_is_in_recovery()";
  private static final String WRITTEN = "select pg_current_wal_flush_lsn()::text";

  /** Nobody has written so far: behind it is whatever cannot ask the database. */
  private static final String UNKNOWN = "FFFFFFFF/FFFFFFFF";

  /** A replica that replayed nothing yet began with what was there when it was started. */
  private static final String LAG =
      """
      select case when pg_last_wal_replay_lsn() >= $1::text::pg_lsn then 0
        else greatest(0, extract(epoch from clock_timestamp()
          - coalesce(pg_last_xact_replay_timestamp(), pg_postmaster_start_time()))) end::double precision
      """;

  private final StoreConfig config;
  private final Pool database;
  private final Pool pool;

  LongReads(StoreConfig config, Pool database, @ReactiveDataSource("read") Pool pool) {
    this.config = config;
    this.database = database;
    this.pool = pool;
  }

  /** Runs statements that only read, each seeing what was committed before it began. */
  public <T> Uni<T> readOn(Function<SqlConnection, Uni<T>> work) {
    return Uni.createFrom()
        .deferred(() -> pool.withConnection(work))
        .ifNoItem()
        .after(config.searchTimeout().plus(PAST_THE_LIMIT))
        .failWith(TimeoutException::new)
        .onFailure()
        .transform(StoreFailure::translated);
  }

  /**
   * How far the replica is behind what the database has written; empty when what answers is the
   * database itself. A replica alone does not know: nothing it has not received is missing to it.
   */
  public Uni<Optional<Duration>> lag() {
    return readOn(connection -> connection.preparedQuery(IS_REPLICA).execute())
        .map(found -> found.iterator().next().getBoolean(0))
        .chain(
            isReplica ->
                isReplica
                    ? written().chain(this::behind).map(Optional::of)
                    : Uni.createFrom().item(Optional.empty()));
  }

  private Uni<String> written() {
    return database
        .preparedQuery(WRITTEN)
        .execute()
        .map(found -> found.iterator().next().getString(0))
        .ifNoItem()
        .after(config.timeout())
        .fail()
        .onFailure()
        .recoverWithItem(UNKNOWN);
  }

  private Uni<Duration> behind(String written) {
    return readOn(connection -> connection.preparedQuery(LAG).execute(Tuple.of(written)))
        .map(found -> found.iterator().next().getDouble(0))
        .map(seconds -> Duration.ofMillis(Math.round(seconds * 1000)));
  }
}
