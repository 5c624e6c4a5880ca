package io.livenessledger.backfill.run;

import io.livenessledger.backfill.job.Backfill;
import io.livenessledger.backfill.job.Backfills;
import io.livenessledger.backfill.job.JobSteps;
import io.livenessledger.backfill.job.JobSteps.Due;
import io.livenessledger.backfill.job.JobSteps.Run;
import io.livenessledger.problem.Problem;
import io.livenessledger.store.Background;
import io.livenessledger.store.lease.Lease;
import io.livenessledger.store.lease.LeaseKeeper;
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
 * Runs the backfills, one after the other, on one replica at a time. How far one is the database
 * knows: whoever has the lease goes on from there, one step after the other.
 */
@ApplicationScoped
class BackfillRunner {
  private static final Logger LOG = Logger.getLogger(BackfillRunner.class);
  private static final String LEASE = "backfill";

  /** Between two looks for work, and at whether a backfill that waits was cancelled. */
  private static final Duration TURN = Duration.ofSeconds(1);

  private final BackfillConfig config;
  private final Backfills backfills;
  private final JobSteps steps;
  private final ListReading list;
  private final Fetching fetching;
  private final Leases leases;
  private final LeaseKeeper keeper;
  private final Background background;

  private volatile boolean stopped;

  BackfillRunner(
      BackfillConfig config,
      Backfills backfills,
      JobSteps steps,
      ListReading list,
      Fetching fetching,
      Leases leases,
      LeaseKeeper keeper,
      Background background) {
    this.config = config;
    this.backfills = backfills;
    this.steps = steps;
    this.list = list;
    this.fetching = fetching;
    this.leases = leases;
    this.keeper = keeper;
    this.background = background;
  }

  void start(@Observes StartupEvent started) {
    background.after(TURN, this::turn);
  }

  void stop(@Observes ShutdownEvent stopping) {
    stopped = true;
  }

  private void turn() {
    if (!stopped) {
      background
          .run(this::runIfAny)
          .onFailure()
          .invoke(BackfillRunner::tell)
          .onFailure()
          .recoverWithNull()
          .subscribe()
          .with(done -> background.after(TURN, this::turn));
    }
  }

  private static void tell(Throwable failure) {
    if (failure instanceof LeaseLostException) {
      LOG.info(failure.getMessage());
    } else if (failure instanceof Problem) {
      LOG.warnf("The backfill stopped and will go on: %s", failure.getMessage());
    } else {
      LOG.error("The backfill stopped and will go on", failure);
    }
  }

  private Uni<Void> runIfAny() {
    return backfills
        .open()
        .chain(
            job ->
                job == null ? nothing() : leases.take(LEASE, config.leaseTerm()).chain(this::run));
  }

  private Uni<Void> run(Lease lease) {
    return lease == null
        ? nothing()
        : keeper.under(lease, config.leaseTerm(), () -> untilNone(lease));
  }

  private Uni<Void> untilNone(Lease lease) {
    return Multi.createBy()
        .repeating()
        .uni(() -> background.run(() -> stepIfAny(lease)))
        .whilst(isWork -> isWork && !stopped)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Boolean> stepIfAny(Lease lease) {
    return backfills
        .open()
        .chain(
            job ->
                job == null
                    ? Uni.createFrom().item(false)
                    : step(new Run(lease, config.leaseTerm(), job)).replaceWith(true));
  }

  private Uni<Void> step(Run run) {
    Backfill job = run.job();
    if (!job.pause().left().isNegative() && !job.pause().left().isZero()) {
      return pause(job.pause().left());
    }
    if (job.pass().number() == 0) {
      return steps.beginPass(run);
    }
    if (job.pass().nextPage() != null) {
      return list.nextPage(run);
    }
    if (job.order().dryRun()) {
      return complete(run);
    }
    return steps
        .due(run, fetching.batch(job))
        .chain(due -> due == null ? nothing() : fetch(run, due));
  }

  private Uni<Void> fetch(Run run, Due due) {
    return due.items().isEmpty() ? listAgain(run, due.next()) : fetching.all(run, due.items());
  }

  /** Until a whole pass finds nothing new; then what it did not find is looked for. */
  private Uni<Void> listAgain(Run run, Duration next) {
    Backfill job = run.job();
    if (job.pass().found() > 0) {
      return steps.beginPass(run);
    }
    if (job.order().status() == null && !job.pass().isCompared()) {
      return steps.compare(run);
    }
    return next == null ? complete(run) : pause(next);
  }

  private Uni<Void> complete(Run run) {
    return steps.complete(run).invoke(() -> LOG.infof("Backfill %d is complete", run.job().id()));
  }

  private static Uni<Void> pause(Duration wanted) {
    return Background.pause(wanted.compareTo(TURN) > 0 ? TURN : wanted);
  }

  private static Uni<Void> nothing() {
    return Uni.createFrom().voidItem();
  }
}
