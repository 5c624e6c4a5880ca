package io.livenessledger.access.write;

import io.livenessledger.access.event.AccessEvent;
import io.livenessledger.access.write.EventTables.Failures;
import io.livenessledger.problem.Problem;
import io.livenessledger.problem.ProblemCode;
import io.livenessledger.store.Background;
import io.livenessledger.store.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * Appends access events. Whoever waits for one waits for its commit; concurrent ones share a
 * commit. A failure of any sort comes out as {@code audit-unavailable}: the event may then have
 * been written nevertheless, but nothing may be disclosed.
 */
@ApplicationScoped
public class AccessLog {
  private static final Logger LOG = Logger.getLogger(AccessLog.class);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  /**
   * Connections that write at a time. While one waits for its commit the next gathers what comes
   * in; more would only make the groups smaller. Also all that a locked table can hold up.
   */
  private static final int WRITERS = 2;

  /** Events that share a commit. */
  private static final int GROUP = 256;

  private final AccessConfig config;
  private final Background background;
  private final Transactions transactions;
  private final Clock clock;
  private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
  private final AtomicInteger writers = new AtomicInteger();
  private final AtomicReference<Failures> untold = new AtomicReference<>();

  AccessLog(AccessConfig config, Background background, Transactions transactions, Clock clock) {
    this.config = config;
    this.background = background;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Commits an event in a transaction of its own. Must be called on a Vert.x context; the outcome
   * arrives there. Whoever hangs up does not stop it.
   */
  public Uni<Void> append(AccessEvent event) {
    Context here = Objects.requireNonNull(Vertx.currentContext());
    Waiting waiting = new Waiting(event);
    queue.add(waiting);
    work();
    return waiting
        .written()
        .ifNoItem()
        .after(config.timeout())
        .fail()
        .onFailure()
        .invoke(waiting::abandon)
        .onFailure()
        .transform(this::unavailable)
        .emitOn(task -> here.runOnContext(back -> task.run()));
  }

  /**
   * Writes an event in the caller's transaction, inside {@code store.Transactions#committed}: it is
   * committed with what it tells of, or neither is.
   */
  public Uni<Void> appendAlongside(AccessEvent event) {
    return EventTables.append(event).onFailure().transform(this::unavailable);
  }

  private Throwable unavailable(Throwable failure) {
    // Its type alone: a message may quote what was to be written
    LOG.warnf("An access event could not be written: %s", failure.getClass().getName());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    untold.accumulateAndGet(new Failures(now, now, 1), AccessLog::joined);
    return Problem.of(
            ProblemCode.AUDIT_UNAVAILABLE,
            "That you asked could not be recorded, so you are told nothing.")
        .retryAfter(RETRY_AFTER);
  }

  private static Failures joined(Failures earlier, Failures later) {
    return earlier == null ? later : earlier.and(later);
  }

  /** Starts a writer when there is work for one and not all are busy. */
  private void work() {
    int busy = writers.get();
    while (busy < WRITERS && !queue.isEmpty()) {
      if (writers.compareAndSet(busy, busy + 1)) {
        background.run(this::writeGroup).subscribe().with(done -> ended(), failure -> ended());
        return;
      }
      busy = writers.get();
    }
  }

  private void ended() {
    writers.decrementAndGet();
    work();
  }

  private Uni<Void> writeGroup() {
    List<Waiting> group = new ArrayList<>();
    Waiting next;
    while (group.size() < GROUP && (next = queue.poll()) != null) {
      if (!next.isAbandoned()) {
        group.add(next);
      }
    }
    if (group.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<AccessEvent> events = group.stream().map(Waiting::event).toList();
    return transactions
        .readOn(connection -> write(connection, events))
        .invoke(() -> group.forEach(Waiting::succeed))
        .onFailure()
        .invoke(failure -> group.forEach(waiting -> waiting.fail(failure)));
  }

  private Uni<Void> write(SqlConnection connection, List<AccessEvent> events) {
    Failures failures = untold.getAndSet(null);
    Uni<Void> told =
        failures == null
            ? Uni.createFrom().voidItem()
            : EventTables.appendFailure(connection, failures)
                .onFailure()
                .invoke(() -> untold.accumulateAndGet(failures, (now, mine) -> joined(mine, now)));
    return told.chain(() -> EventTables.append(connection, events));
  }
}
