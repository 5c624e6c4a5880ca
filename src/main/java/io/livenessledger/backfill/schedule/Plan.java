package io.livenessledger.backfill.schedule;

import io.livenessledger.store.Background;
import io.livenessledger.store.Settling;
import io.livenessledger.store.Transactions;
import io.livenessledger.store.lease.Lease;
import io.livenessledger.store.lease.LeaseLostException;
import io.livenessledger.store.lease.Leases;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Puts this replica's rules in force at its start, for all replicas, and then has all due times
 * follow from the rules in force: one replica at a time, some records in a transaction. How far it
 * got the database knows; what one left the next one goes on with.
 */
@ApplicationScoped
class Plan {
  private static final Logger LOG = Logger.getLogger(Plan.class);
  private static final String LEASE = "refresh-plan";
  private static final Duration TERM = Duration.ofSeconds(30);

  /** Some tens of milliseconds each: nobody waits for longer who writes one of these records. */
  private static final int SLICE = 2000;

  private final ScheduleConfig config;
  private final Rules rules;
  private final DueTables tables;
  private final Leases leases;
  private final Settling settling;
  private final Transactions transactions;
  private final Background background;

  private volatile boolean inForce;
  private volatile boolean stopped;

  Plan(
      ScheduleConfig config,
      Rules rules,
      DueTables tables,
      Leases leases,
      Settling settling,
      Transactions transactions,
      Background background) {
    this.config = config;
    this.rules = rules;
    this.tables = tables;
    this.leases = leases;
    this.settling = settling;
    this.transactions = transactions;
    this.background = background;
  }

  /** Also when it is not enabled: rules that are none stop the start. */
  void start(@Observes StartupEvent started) {
    if (!rules.inOrder().isEmpty()) {
      LOG.infof("Scheduled refresh%s: %s", config.enabled() ? "" : ", not by this replica", rules);
    }
    if (config.enabled()) {
      background.after(Duration.ZERO, this::turn);
    }
  }

  void stop(@Observes ShutdownEvent stopping) {
    stopped = true;
  }

  private void turn() {
    if (!stopped) {
      background
          .run(this::followed)
          .onFailure()
          .invoke(Plan::tell)
          .onFailure()
          .recoverWithNull()
          .subscribe()
          .with(done -> background.after(config.interval(), this::turn));
    }
  }

  /** Has all due times follow from the rules in force, unless another replica is at it. */
  Uni<Void> followed() {
    return putInForce()
        .chain(tables::isBehind)
        .chain(behind -> behind ? underLease() : Uni.createFrom().voidItem());
  }

  /** Once: another replica may have been started with others since. */
  private Uni<Void> putInForce() {
    if (inForce) {
      return Uni.createFrom().voidItem();
    }
    return tables
        .putInForce(rules)
        .invoke(
            changed -> {
              inForce = true;
              if (changed) {
                LOG.info("The rules of scheduled refresh are others than before");
              }
            })
        .replaceWithVoid();
  }

  private Uni<Void> underLease() {
    return leases
        .take(LEASE, TERM)
        .chain(lease -> lease == null ? Uni.createFrom().voidItem() : under(lease));
  }

  /** Whoever wrote by the rules before has to have ended. */
  private Uni<Void> under(Lease lease) {
    return settling.ended().chain(() -> swept(lease)).eventually(() -> leases.release(lease));
  }

  private Uni<Void> swept(Lease lease) {
    return Multi.createBy()
        .repeating()
        .uni(() -> slice(lease))
        .until(more -> !more || stopped)
        .onItem()
        .ignoreAsUni();
  }

  private Uni<Boolean> slice(Lease lease) {
    return transactions.committedOn(
        c -> leases.fence(c, lease, TERM).chain(() -> DueTables.sweep(c, SLICE)));
  }

  private static void tell(Throwable failure) {
    if (failure instanceof LeaseLostException) {
      LOG.info(failure.getMessage());
    } else {
      LOG.warnf(
          "Due times do not follow from the rules yet; trying again: %s",
          failure.getClass().getName());
    }
  }
}
