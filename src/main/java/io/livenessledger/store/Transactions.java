package io.livenessledger.store;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The one way to the database. All calls must be made on a duplicated Vert.x context (every request
 * has one); the work must stay on it and chain its statements, one after the other. A failure of
 * the database comes out as {@code store-unavailable}, and so does one that does not answer in
 * time. A caller who hangs up does not stop the work: cut off in the middle it would leave a
 * session and a connection in disorder.
 */
@ApplicationScoped
public class Transactions {
  private final StoreConfig config;
  private final Pool pool;

  Transactions(StoreConfig config, Pool pool) {
    this.config = config;
    this.pool = pool;
  }

  /**
   * Runs the work in one transaction: committed when the returned {@code Uni} yields its item,
   * rolled back when it fails, unknown when it fails as {@code store-unavailable}. Called inside
   * another transaction it joins that one.
   */
  public <T> Uni<T> committed(Supplier<Uni<T>> work) {
    return guarded(Uni.createFrom().deferred(() -> Panache.withTransaction(work)));
  }

  /** Runs statements that only read, each seeing what was committed before it began. */
  public <T> Uni<T> read(Supplier<Uni<T>> work) {
    return guarded(Uni.createFrom().deferred(() -> Panache.withSession(work)));
  }

  /**
   * As {@link #committed}, for statements that no entity serves: batches and leases. Never joins
   * another transaction.
   */
  public <T> Uni<T> committedOn(Function<SqlConnection, Uni<T>> work) {
    return guarded(Uni.createFrom().deferred(() -> pool.withTransaction(work)));
  }

  /** As {@link #read}, for questions that no entity serves: many rows, few columns. */
  public <T> Uni<T> readOn(Function<SqlConnection, Uni<T>> work) {
    return guarded(Uni.createFrom().deferred(() -> pool.withConnection(work)));
  }

  /**
   * Runs statements each of which is a transaction of its own: committed when it has its result.
   */
  public <T> Uni<T> eachCommittedOn(Function<SqlConnection, Uni<T>> work) {
    return readOn(work);
  }

  private <T> Uni<T> guarded(Uni<T> work) {
    return Uni.createFrom()
        .deferred(() -> uncancellable(work))
        .ifNoItem()
        .after(config.timeout())
        .failWith(TimeoutException::new)
        .onFailure()
        .transform(StoreFailure::translated);
  }

  /** Begins with the subscription, and from then on ends by itself. */
  private static <T> Uni<T> uncancellable(Uni<T> work) {
    return work.memoize().indefinitely();
  }
}
