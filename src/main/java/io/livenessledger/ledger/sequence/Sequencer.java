package io.livenessledger.ledger.sequence;

import io.livenessledger.ledger.log.LogConfig;
import io.livenessledger.ledger.log.SigningKeys;
import io.livenessledger.ledger.log.TamperedLogException;
import io.livenessledger.problem.Problem;
import io.livenessledger.store.Background;
import io.livenessledger.store.Transactions;
import io.livenessledger.store.lease.Lease;
import io.livenessledger.store.lease.LeaseLostException;
import io.livenessledger.store.lease.Leases;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Runs batch after batch while this replica holds the lease, and waits for the lease while another
 * one does. Every step stands on the database alone, so that any replica can go on at any time.
 */
@ApplicationScoped
class Sequencer {
  private static final Logger LOG = Logger.getLogger(Sequencer.class);
  private static final String LEASE = "sequencer";

  /** How often who waits looks; with the lease's term, how soon it takes over. */
  private static final Duration TURN = Duration.ofMillis(500);

  private final LogConfig config;
  private final SigningKeys keys;
  private final Leases leases;
  private final Transactions transactions;
  private final Background background;
  private final Batch batch;

  private volatile boolean stopped;
  private volatile Lease held;
  private volatile long renewed;
  private volatile String lastFailure;

  Sequencer(
      LogConfig config,
      SigningKeys keys,
      Leases leases,
      Transactions transactions,
      Background background,
      Batch batch) {
    this.config = config;
    this.keys = keys;
    this.leases = leases;
    this.transactions = transactions;
    this.background = background;
    this.batch = batch;
  }

  void start(@Observes StartupEvent started) {
    // A key that cannot be used stops the start, here, rather than the first batch
    LOG.infof("The log %s is signed with %s", config.origin(), keys.verifiers().get(0).vkey());
    if (config.origin().equals(LogConfig.DEFAULT_ORIGIN)) {
      LOG.warn(
          "ledger.log.origin is the default: name the log before anybody relies on its proofs");
    }
    if (config.sequencer()) {
      background.after(Duration.ZERO, this::turn);
    }
  }

  void stop(@Observes ShutdownEvent stopping) {
    stopped = true;
    Lease lease = held;
    if (lease != null) {
      release(lease);
    }
  }

  private void release(Lease lease) {
    try {
      VertxContextSupport.subscribeAndAwait(() -> leases.release(lease));
    } catch (Throwable failure) {
      LOG.debug("The lease was not released; it ends by itself", failure);
    }
  }

  private void turn() {
    if (!stopped) {
      background
          .run(this::step)
          .onFailure()
          .recoverWithItem(this::failed)
          .subscribe()
          .with(next -> background.after(next, this::turn));
    }
  }

  /** One step, and how long to wait for the next. */
  private Uni<Duration> step() {
    if (held != null && System.nanoTime() - renewed < config.leaseTerm().toNanos() / 3) {
      return isPending().chain(pending -> pending ? sequence() : pause());
    }
    boolean first = held == null;
    return leases
        .take(LEASE, config.leaseTerm())
        .invoke(this::hold)
        .chain(lease -> lease == null ? Uni.createFrom().item(TURN) : first ? sequence() : pause());
  }

  private void hold(Lease lease) {
    held = lease;
    renewed = System.nanoTime();
  }

  private Uni<Boolean> isPending() {
    return transactions.readOn(BatchTables::isPending);
  }

  private Uni<Duration> pause() {
    return Uni.createFrom().item(config.batch().interval());
  }

  private Uni<Duration> sequence() {
    Lease lease = held;
    return batch
        .run(lease)
        .invoke(() -> hold(lease))
        .invoke(() -> lastFailure = null)
        .chain(
            added ->
                added < config.batch().size() ? pause() : Uni.createFrom().item(Duration.ZERO));
  }

  private Duration failed(Throwable failure) {
    held = null;
    String reason = String.valueOf(failure.getMessage());
    if (!reason.equals(lastFailure)) {
      lastFailure = reason;
      tell(failure);
    }
    return TURN;
  }

  private static void tell(Throwable failure) {
    if (failure instanceof LeaseLostException) {
      LOG.info(failure.getMessage());
    } else if (failure instanceof TamperedLogException || failure instanceof Problem) {
      LOG.errorf("Nothing is sequenced: %s", failure.getMessage());
    } else {
      LOG.error("Nothing is sequenced", failure);
    }
  }
}
