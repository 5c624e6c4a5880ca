package io.livenessledger.search.statistics;

import io.livenessledger.store.Background;
import io.livenessledger.store.Transactions;
import io.livenessledger.store.lease.Lease;
import io.livenessledger.store.lease.Leases;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Takes what changed into the kept counts, so that there is little to add to them when they are
 * read. One replica at a time; the counts are right without it, only slower to read.
 */
@ApplicationScoped
class SummaryKeeper {
  private static final Logger LOG = Logger.getLogger(SummaryKeeper.class);
  private static final String LEASE = "record-statistic";

  /** A backfill at the largest plan's rate makes some hundred changes meanwhile. */
  private static final Duration INTERVAL = Duration.ofSeconds(10);

  /** So many at once take a fraction of a second. */
  private static final int BATCH = 10_000;

  private static final String TAKE_IN =
      """
      with moved as (
        delete from statistic_change
         where ctid = any(array(select ctid from statistic_change limit $1)) returning *),
      summed as (
        select profile, client, upstream, changed, created_on, observed_on, sum(records) as records
          from moved group by 1, 2, 3, 4, 5, 6 having sum(records) <> 0),
      taken as (
        insert into record_statistic as s (profile, client, upstream, changed, created_on, observed_on, records)
        select * from summed
        on conflict (profile, created_on, observed_on, client, upstream, changed)
          do update set records = s.records + excluded.records),
      totalled as (
        select p.part, m.client, m.upstream, m.changed, p.profile, p.day, sum(m.records) as records
          from moved m
          cross join lateral (values
            ('profile', m.profile, null::date), ('created', null, m.created_on), ('observed', null, m.observed_on)
          ) as p (part, profile, day)
         group by 1, 2, 3, 4, 5, 6 having sum(m.records) <> 0),
      taken_too as (
        insert into record_total as t (part, client, upstream, changed, profile, day, records)
        select * from totalled
        on conflict (part, client, upstream, changed, profile, day)
          do update set records = t.records + excluded.records)
      select count(*) from moved
      """;

  private final Leases leases;
  private final Transactions transactions;
  private final Background background;

  private volatile boolean stopped;

  SummaryKeeper(Leases leases, Transactions transactions, Background background) {
    this.leases = leases;
    this.transactions = transactions;
    this.background = background;
  }

  void start(@Observes StartupEvent started) {
    background.after(INTERVAL, this::turn);
  }

  void stop(@Observes ShutdownEvent stopping) {
    stopped = true;
  }

  private void turn() {
    if (!stopped) {
      background
          .run(this::keep)
          .onFailure()
          .recoverWithItem(SummaryKeeper::failed)
          .subscribe()
          .with(next -> background.after(next, this::turn));
    }
  }

  /** One step, and how long to wait for the next. */
  Uni<Duration> keep() {
    return leases.take(LEASE, INTERVAL.multipliedBy(2)).chain(this::takeIn);
  }

  private Uni<Duration> takeIn(Lease lease) {
    return lease == null
        ? Uni.createFrom().item(INTERVAL)
        : transactions
            .committedOn(connection -> connection.preparedQuery(TAKE_IN).execute(Tuple.of(BATCH)))
            .map(rows -> rows.iterator().next().getLong(0))
            .map(moved -> moved < BATCH ? INTERVAL : Duration.ZERO);
  }

  private static Duration failed(Throwable failure) {
    LOG.warnf("The kept counts are not brought up to date: %s", failure.getClass().getName());
    return INTERVAL;
  }
}
