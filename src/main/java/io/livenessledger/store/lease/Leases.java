package io.livenessledger.store.lease;

import io.livenessledger.store.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/**
 * Leases in the database: for each name one replica at a time, by the database's clock alone. A
 * holder that ends without releasing is followed when its term is over.
 */
@ApplicationScoped
public class Leases {
  /**
   * A holder that stops in the middle of a fenced transaction (a paused process, a broken network)
   * holds the lease's row. The server then ends its session, so that others can take over.
   */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  // The first line only looks, so that replicas in waiting do not queue for the row's lock
  private static final String TAKE =
      """
      with held as (select from lease where name = $1 and holder <> $2 and expires_at > clock_timestamp())
      insert into lease as l (name, holder, token, expires_at)
      select $1, $2, 1, clock_timestamp() + $3 * interval '1 millisecond' where not exists (select from held)
      on conflict (name) do update
        set holder = excluded.holder,
            expires_at = clock_timestamp() + $3 * interval '1 millisecond',
            token = l.token + case when l.holder = excluded.holder then 0 else 1 end
        where l.holder = excluded.holder or l.expires_at <= clock_timestamp()
      returning token
      """;
  private static final String RELEASE =
      "update lease set expires_at = clock_timestamp() where name = $1 and holder = $2 and token = $3";
  private static final String FENCE =
      """
      with renewed as (
        update lease set expires_at = clock_timestamp() + $4 * interval '1 millisecond'
         where name = $1 and holder = $2 and token = $3 returning 1)
      select set_config('idle_in_transaction_session_timeout', $5, true) from renewed
      """;

  private final Transactions transactions;

  /** Tells processes apart; the number is for people who look for the one that holds a lease. */
  private final String holder = ProcessHandle.current().pid() + " " + UUID.randomUUID();

  Leases(Transactions transactions) {
    this.transactions = transactions;
  }

  /** Takes the lease for a term, or renews our own; null while another replica holds it. */
  public Uni<Lease> take(String name, Duration term) {
    return transactions
        .readOn(
            c -> c.preparedQuery(TAKE).execute(Tuple.of(name, holder, (double) term.toMillis())))
        .map(found -> lease(name, found));
  }

  private static Lease lease(String name, RowSet<Row> found) {
    return found.rowCount() == 0 ? null : new Lease(name, found.iterator().next().getLong("token"));
  }

  /** Lets another replica take it at once. */
  public Uni<Void> release(Lease lease) {
    return transactions
        .readOn(
            c -> c.preparedQuery(RELEASE).execute(Tuple.of(lease.name(), holder, lease.token())))
        .replaceWithVoid();
  }

  /**
   * Fences a transaction: to be its first statement. Until it ends no other replica can take the
   * lease; it renews the lease, too.
   *
   * @return fails with {@link LeaseLostException} when the lease is no longer ours
   */
  public Uni<Void> fence(SqlConnection transaction, Lease lease, Duration term) {
    Tuple parameters =
        Tuple.of(
            lease.name(),
            holder,
            lease.token(),
            (double) term.toMillis(),
            Long.toString(LONGEST_PAUSE.toMillis()));
    return transaction
        .preparedQuery(FENCE)
        .execute(parameters)
        .invoke(
            found -> {
              if (found.size() == 0) {
                throw new LeaseLostException(lease);
              }
            })
        .replaceWithVoid();
  }
}
