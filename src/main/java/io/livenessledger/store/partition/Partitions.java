package io.livenessledger.store.partition;

import io.livenessledger.store.Background;
import io.livenessledger.store.Transactions;
import io.livenessledger.store.lease.Lease;
import io.livenessledger.store.lease.LeaseLostException;
import io.livenessledger.store.lease.Leases;
import io.livenessledger.store.partition.PartitionTables.Missing;
import io.livenessledger.store.partition.PartitionTables.Outcome;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Makes the partitions of the months to come, at the start and then again and again. Which are
 * missing the database knows: any replica can do it at any time, and what one left the next one
 * makes. Nothing waits for it, and without it rows go to the default partitions.
 */
@ApplicationScoped
class Partitions {
  private static final Logger LOG = Logger.getLogger(Partitions.class);
  private static final String LEASE = "partitions";
  private static final Duration TERM = Duration.ofSeconds(30);

  /** After a failure, or while another replica is at it. */
  private static final Duration AGAIN = Duration.ofMinutes(1);

  private final PartitionConfig config;
  private final Clock clock;
  private final Leases leases;
  private final Transactions transactions;
  private final Background background;

  private volatile boolean stopped;

  Partitions(
      PartitionConfig config,
      Clock clock,
      Leases leases,
      Transactions transactions,
      Background background) {
    this.config = config;
    this.clock = clock;
    this.leases = leases;
    this.transactions = transactions;
    this.background = background;
  }

  void start(@Observes StartupEvent started) {
    if (!config.interval().isZero()) {
      background.after(Duration.ZERO, this::turn);
    }
  }

  void stop(@Observes ShutdownEvent stopping) {
    stopped = true;
  }

  private void turn() {
    if (!stopped) {
      background
          .run(this::made)
          .onFailure()
          .invoke(Partitions::tell)
          .onFailure()
          .recoverWithItem(false)
          .map(this::pause)
          .subscribe()
          .with(next -> background.after(next, this::turn));
    }
  }

  private Duration pause(boolean done) {
    return done || config.interval().compareTo(AGAIN) < 0 ? config.interval() : AGAIN;
  }

  /** Makes what is missing; whether all was done that can be. */
  Uni<Boolean> made() {
    return leases
        .take(LEASE, TERM)
        .chain(lease -> lease == null ? Uni.createFrom().item(false) : madeUnder(lease));
  }

  private Uni<Boolean> madeUnder(Lease lease) {
    return transactions
        .committedOn(
            connection ->
                leases
                    .fence(connection, lease, TERM)
                    .chain(() -> PartitionTables.make(connection, clock.instant(), config.ahead())))
        .map(Partitions::told)
        .eventually(() -> leases.release(lease));
  }

  /** Says what was missing; whether nothing is that will be there at the next try. */
  private static boolean told(List<Missing> missing) {
    missing.forEach(Partitions::tell);
    return missing.stream().noneMatch(m -> m.outcome() == Outcome.BUSY);
  }

  private static void tell(Missing missing) {
    switch (missing.outcome()) {
      case MADE -> LOG.infof("Made the partition %s", missing.partition());
      case BUSY -> LOG.infof("No lock for the partition %s; trying again", missing.partition());
      case ROWS_IN_DEFAULT ->
          LOG.warnf(
              "The partition %s is not made: rows of its month are in the default partition"
                  + " (docs/PARTITIONS.md)",
              missing.partition());
      case NAME_TAKEN ->
          LOG.warnf("The partition %s is not made: its name is taken", missing.partition());
    }
  }

  private static void tell(Throwable failure) {
    if (failure instanceof LeaseLostException) {
      LOG.info(failure.getMessage());
    } else {
      LOG.warnf("Partitions are not looked after; trying again: %s", failure.getMessage());
    }
  }
}
