package io.livenessledger.store;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
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

  private static final String LAG =
      """
      select case when pg_is_in_recovery()
        then case when pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn()
                   and exists (select from pg_stat_wal_receiver) then 0
             else greatest(0, extract(epoch from clock_timestamp() - pg_last_xact_replay_timestamp())) end
        end::double precision
      """;

  private final StoreConfig config;
  private final Pool pool;

  LongReads(StoreConfig config, @ReactiveDataSource("read") Pool pool) {
    this.config = config;
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

  /** How far the replica is behind; empty when what answers is the database itself. */
  public Uni<Optional<Duration>> lag() {
    return readOn(connection -> connection.preparedQuery(LAG).execute())
        .map(found -> found.iterator().next())
        .map(LongReads::duration);
  }

  private static Optional<Duration> duration(Row row) {
    return Optional.ofNullable(row.getDouble(0))
        .map(seconds -> Duration.ofMillis(Math.round(seconds * 1000)));
  }
}
