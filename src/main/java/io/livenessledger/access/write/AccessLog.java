package io.livenessledger.access.write;

import io.livenessledger.access.event.AccessEvent;
import io.livenessledger.access.write.EventTables.Failures;
import io.livenessledger.problem.Problem;
import io.livenessledger.problem.ProblemCode;
import io.livenessledger.store.Background;
import io.livenessledger.store.Gathering;
import io.livenessledger.store.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
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

  private final Transactions transactions;
  private final EventMetrics metrics;
  private final Clock clock;
  private final Gathering<AccessEvent, Void> gathering;
  private final AtomicReference<Failures> untold = new AtomicReference<>();

  AccessLog(
      AccessConfig config,
      Background background,
      Transactions transactions,
      EventMetrics metrics,
      Clock clock) {
    this.transactions = transactions;
    this.metrics = metrics;
    this.clock = clock;
    this.gathering = new Gathering<>(background, config.timeout(), this::commit);
  }

  /**
   * Commits an event in a transaction of its own. Must be called on a Vert.x context; the outcome
   * arrives there. Whoever hangs up does not stop it.
   */
  public Uni<Void> append(AccessEvent event) {
    return gathering.ask(event).onFailure().transform(this::unavailable);
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
    metrics.failed();
    return Problem.of(
            ProblemCode.AUDIT_UNAVAILABLE,
            "That you asked could not be recorded, so you are told nothing.")
        .retryAfter(RETRY_AFTER);
  }

  private static Failures joined(Failures earlier, Failures later) {
    return earlier == null ? later : earlier.and(later);
  }

  private Uni<List<Void>> commit(List<AccessEvent> events) {
    return transactions
        .eachCommittedOn(connection -> write(connection, events))
        .replaceWith(Collections.nCopies(events.size(), null));
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
