package io.livenessledger.backfill.schedule;

import io.livenessledger.intake.Alongside;
import io.livenessledger.intake.Fetches;
import io.livenessledger.intake.Origin;
import io.livenessledger.problem.Problem;
import io.livenessledger.record.current.Appended;
import io.livenessledger.record.current.RefreshResult;
import io.livenessledger.record.history.Observation.Trigger;
import io.livenessledger.store.Background;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** Fetches a record that is due, and says when it is due again. */
@ApplicationScoped
class ScheduledFetch {
  private static final Logger LOG = Logger.getLogger(ScheduledFetch.class);

  /** What all observations made by a rule name as their caller, before the rule's name. */
  private static final String CALLER = "schedule:";

  private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  /** Where nobody says how long: as often as a rejected token is tried. */
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Fetches fetches;
  private final DueTables tables;
  private final ScheduleMetrics metrics;
  private final Background background;
  private final Clock clock;

  ScheduledFetch(
      Fetches fetches,
      DueTables tables,
      ScheduleMetrics metrics,
      Background background,
      Clock clock) {
    this.fetches = fetches;
    this.tables = tables;
    this.metrics = metrics;
    this.background = background;
    this.clock = clock;
  }

  /**
   * Fetches it, and does not fail. What cannot be said of how it ended is found out when the
   * record's term is over.
   */
  Uni<Void> of(Picked picked, Pace pace) {
    Origin origin = new Origin(UUID.randomUUID().toString(), CALLER + picked.rule());
    return background
        .run(
            () -> {
              MDC.put("requestId", origin.requestId());
              return fetches
                  .fetched(picked.id(), Trigger.SCHEDULE, origin, alongside())
                  .onItem()
                  .transformToUni(appended -> answered(picked, appended, pace))
                  .onFailure()
                  .recoverWithUni(failure -> failed(picked, failure, pace));
            })
        .onFailure()
        .recoverWithNull();
  }

  private Alongside alongside() {
    return appended ->
        appended.result() == RefreshResult.UNREADABLE
            ? Uni.createFrom().voidItem()
            : tables.anew(appended.state().id());
  }

  private Uni<Void> answered(Picked picked, Appended appended, Pace pace) {
    pace.succeeded();
    metrics.refreshed(appended.result());
    // It tells nothing of the record, which would be due again at once
    return appended.result() == RefreshResult.UNREADABLE
        ? later(picked)
        : Uni.createFrom().voidItem();
  }

  private Uni<Void> failed(Picked picked, Throwable failure, Pace pace) {
    if (failure instanceof Problem problem) {
      metrics.failed(problem.code());
      return isNobodys(problem, pace)
          ? tables.putOff(picked, picked.wasDueAt(), picked.failures())
          : later(picked);
    }
    LOG.warnf("A scheduled refresh failed: %s", failure.getClass().getName());
    return later(picked);
  }

  /** Whether the record has nothing to do with it; then there is a pause. */
  private static boolean isNobodys(Problem problem, Pace pace) {
    return switch (problem.code()) {
      case VENDOR_RATE_LIMITED, VENDOR_TOKEN_REJECTED, VENDOR_NOT_CONFIGURED, STORE_UNAVAILABLE -> {
        pace.pause(problem.retryAfter().orElse(PAUSE));
        yield true;
      }
      default -> problem.code().blamesVendor() && pace.failed();
    };
  }

  /** With jitter, so that those which failed together do not come together again. */
  private Uni<Void> later(Picked picked) {
    long wait = FIRST_WAIT.toMillis() << Math.min(picked.failures(), 6);
    long backoff = Math.min(wait, LONGEST_WAIT.toMillis());
    long jittered = backoff + ThreadLocalRandom.current().nextLong(backoff / 2);
    Instant dueAt = clock.instant().plusMillis(jittered);
    return tables.putOff(picked, dueAt, picked.failures() + 1);
  }
}
