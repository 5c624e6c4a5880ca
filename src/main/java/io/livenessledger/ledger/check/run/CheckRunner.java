package io.livenessledger.ledger.check.run;

import io.livenessledger.ledger.check.Check;
import io.livenessledger.ledger.check.Check.State;
import io.livenessledger.ledger.check.Check.Trigger;
import io.livenessledger.ledger.check.CheckResult;
import io.livenessledger.ledger.check.CheckTables;
import io.livenessledger.ledger.check.Checks;
import io.livenessledger.ledger.check.FactCheck;
import io.livenessledger.ledger.log.LoggedCheckpoint;
import io.livenessledger.ledger.log.Opening;
import io.livenessledger.ledger.log.SigningKeys;
import io.livenessledger.problem.Problem;
import io.livenessledger.store.Background;
import io.livenessledger.store.Transactions;
import io.livenessledger.store.lease.Lease;
import io.livenessledger.store.lease.LeaseKeeper;
import io.livenessledger.store.lease.LeaseLostException;
import io.livenessledger.store.lease.Leases;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Runs the checks that are wanted or due, on one replica at a time. A replica that ends in the
 * middle of one is followed when the lease's term is over; the check then begins again.
 */
@ApplicationScoped
class CheckRunner {
  private static final Logger LOG = Logger.getLogger(CheckRunner.class);
  private static final String LEASE = "ledger-check";
  private static final Duration TERM = Duration.ofSeconds(10);
  private static final Duration TURN = Duration.ofSeconds(1);

  private final CheckConfig config;
  private final Checks checks;
  private final StoredLog log;
  private final Beyond beyond;
  private final SigningKeys keys;
  private final List<FactCheck> factChecks;
  private final Leases leases;
  private final LeaseKeeper keeper;
  private final Transactions transactions;
  private final Background background;

  private volatile boolean stopped;

  CheckRunner(
      CheckConfig config,
      Checks checks,
      StoredLog log,
      Beyond beyond,
      SigningKeys keys,
      @All List<FactCheck> factChecks,
      Leases leases,
      LeaseKeeper keeper,
      Transactions transactions,
      Background background) {
    this.config = config;
    this.checks = checks;
    this.log = log;
    this.beyond = beyond;
    this.keys = keys;
    this.factChecks = factChecks;
    this.leases = leases;
    this.keeper = keeper;
    this.transactions = transactions;
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
          .run(this::scheduled)
          .onFailure()
          .invoke(CheckRunner::tell)
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
      LOG.warnf("The check of the ledger stopped and will begin again: %s", failure.getMessage());
    } else {
      LOG.error("The check of the ledger stopped and will begin again", failure);
    }
  }

  /** Asks for a check when one is due, and runs the one that is wanted. */
  private Uni<Void> scheduled() {
    return isDue()
        .chain(due -> due ? checks.request(Trigger.SCHEDULED) : checks.open())
        .chain(open -> open == null ? Uni.createFrom().voidItem() : leased(open));
  }

  private Uni<Boolean> isDue() {
    return config.interval().isZero()
        ? Uni.createFrom().item(false)
        : transactions.readOn(
            connection -> CheckTables.isDue(connection, checks.now().minus(config.interval())));
  }

  private Uni<Void> leased(Check open) {
    return leases
        .take(LEASE, TERM)
        .chain(
            lease ->
                lease == null
                    ? Uni.createFrom().voidItem()
                    // Who held the lease before may have ended it meanwhile
                    : checks.find(open.number()).chain(now -> run(now, lease)));
  }

  private Uni<Void> run(Check check, Lease lease) {
    if (check.finishedAt() != null) {
      return leases.release(lease);
    }
    return keeper.under(lease, TERM, () -> begun(check, lease));
  }

  private Uni<Void> begun(Check check, Lease lease) {
    return target()
        .chain(target -> begin(check, lease, target).chain(() -> through(check, lease, target)));
  }

  private Uni<LoggedCheckpoint> target() {
    return log.latestCheckpoints()
        .chain(latest -> log.placed().map(placed -> Target.of(latest, placed, keys)));
  }

  private Uni<Void> begin(Check check, Lease lease, LoggedCheckpoint target) {
    long size = target == null ? 0 : target.size();
    return fenced(lease, c -> CheckTables.begin(c, check.number(), checks.now(), size));
  }

  private Uni<Void> through(Check check, Lease lease, LoggedCheckpoint target) {
    CheckRun run =
        new CheckRun(
            log, factChecks, found -> new CheckpointWalk(keys, found), target, config.page());
    return walked(check, lease, run)
        .chain(run::rest)
        .chain(beyond::findings)
        .invoke(run.findings()::addAll)
        .replaceWithVoid()
        .onFailure(this::isOfWhatIsStored)
        .recoverWithItem(
            failure -> {
              LOG.errorf(failure, "Check %d cannot go on", check.number());
              run.giveUp(check.number(), failure);
              return null;
            })
        .chain(() -> checks.find(check.number()))
        .chain(begun -> finish(begun, lease, run));
  }

  /**
   * Neither a database that is not to be had nor a lost lease: something is stored that cannot be
   * read as what it should be. To begin again would meet it again, and whoever altered it would
   * have silenced the check.
   */
  private boolean isOfWhatIsStored(Throwable failure) {
    return failure instanceof RuntimeException
        && !(failure instanceof Problem || failure instanceof LeaseLostException || stopped);
  }

  private Uni<Void> walked(Check check, Lease lease, CheckRun run) {
    if (run.isThrough()) {
      return Uni.createFrom().voidItem();
    }
    return Multi.createBy()
        .repeating()
        .uni(() -> step(check, lease, run))
        .whilst(through -> !through)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Boolean> step(Check check, Lease lease, CheckRun run) {
    return run.step()
        .chain(
            () ->
                fenced(
                    lease,
                    c ->
                        CheckTables.progress(
                            c, check.number(), run.leavesChecked(), run.findings().total())))
        .map(x -> run.isThrough() || stopped);
  }

  private Uni<Void> finish(Check begun, Lease lease, CheckRun run) {
    if (!run.isOver()) {
      return Uni.createFrom().voidItem(); // stopped with the program
    }
    Check ended = ended(begun, run);
    Opening opening = Opening.of(CheckResult.statement(ended));
    return fenced(
            lease, c -> CheckTables.finish(c, ended, opening, CheckResult.leaf(ended, opening)))
        .invoke(() -> tell(ended));
  }

  private Check ended(Check begun, CheckRun run) {
    Findings findings = run.findings();
    return new Check(
        begun.number(),
        begun.trigger(),
        findings.total() == 0 ? State.PASSED : State.FAILED,
        begun.requestedAt(),
        begun.startedAt(),
        checks.now(),
        begun.treeSize(),
        run.root(),
        run.leavesChecked(),
        findings.total(),
        findings.kept());
  }

  private static void tell(Check ended) {
    if (ended.state() == State.PASSED) {
      LOG.infof("Check %d: all of %d leaves as committed", ended.number(), ended.treeSize());
      return;
    }
    LOG.errorf("Check %d: %d findings in the ledger", ended.number(), ended.findingsTotal());
    ended.findings().stream()
        .limit(20)
        .forEach(f -> LOG.errorf("Check %d: %s %s", ended.number(), f.what(), f.which()));
  }

  private Uni<Void> fenced(Lease lease, Work work) {
    return transactions.committedOn(
        connection -> leases.fence(connection, lease, TERM).chain(() -> work.on(connection)));
  }

  /** Statements of a transaction. */
  private interface Work {
    Uni<Void> on(io.vertx.mutiny.sqlclient.SqlConnection connection);
  }
}
