package io.livenessledger.store;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/**
 * The one way to the database. Both calls must be made on a duplicated Vert.x context (every
 * request has one); the work must stay on it and chain its statements, one after the other. A
 * failure of the database comes out as {@code store-unavailable}.
 */
@ApplicationScoped
public class Transactions {

  /**
   * Runs the work in one transaction: committed when the returned {@code Uni} yields its item,
   * rolled back when it fails. Called inside another transaction it joins that one.
   */
  public <T> Uni<T> committed(Supplier<Uni<T>> work) {
    return Panache.withTransaction(work).onFailure().transform(StoreFailure::translated);
  }

  /** Runs statements that only read, each seeing what was committed before it began. */
  public <T> Uni<T> read(Supplier<Uni<T>> work) {
    return Panache.withSession(work).onFailure().transform(StoreFailure::translated);
  }
}
