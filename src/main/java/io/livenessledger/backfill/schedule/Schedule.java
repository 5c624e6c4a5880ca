package io.livenessledger.backfill.schedule;

import io.livenessledger.store.Background;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jboss.logging.Logger;

/** Refreshes what is due, a few records at a time; every replica does. */
@ApplicationScoped
class Schedule {
  private static final Logger LOG = Logger.getLogger(Schedule.class);

  /**
   * A record that a replica died with is due again after this. Longer than a fetch can take: half a
   * minute for a place, and three tries.
   */
  static final Duration TERM = Duration.ofMinutes(2);

  private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);

  private final ScheduleConfig config;
  private final DueTables tables;
  private final ScheduledFetch fetch;
  private final Background background;
  private final Clock clock;
  private final Pace pace;

  private volatile boolean stopped;

  Schedule(
      ScheduleConfig config,
      DueTables tables,
      ScheduledFetch fetch,
      Background background,
      Clock clock) {
    this.config = config;
    this.tables = tables;
    this.fetch = fetch;
    this.background = background;
    this.clock = clock;
    this.pace = new Pace(clock);
  }

  void start(@Observes StartupEvent started) {
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
          .run(this::refreshed)
          .onFailure()
          .recoverWithItem(this::told)
          .subscribe()
          .with(fetched -> background.after(wait(fetched), this::turn));
    }
  }

  private int told(Throwable failure) {
    pace.pause(AFTER_FAILURE);
    LOG.warnf("Nothing is refreshed by the rules for now: %s", failure.getClass().getName());
    return 0;
  }

  private Duration wait(int fetched) {
    Duration rest = pace.rest();
    if (rest.isZero()) {
      return fetched > 0 ? Duration.ZERO : config.interval();
    }
    return rest.compareTo(config.interval()) < 0 ? rest : config.interval();
  }

  /** Fetches some of what is due, unless it is to pause; how many were tried. */
  Uni<Integer> refreshed() {
    if (!pace.rest().isZero()) {
      return Uni.createFrom().item(0);
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return tables
        .pick(now, now.plus(TERM), pace.width(config.concurrent()))
        .chain(picked -> allFetched(picked).replaceWith(picked.size()));
  }

  private Uni<Void> allFetched(List<Picked> picked) {
    if (picked.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    // Each has a context and sessions of its own
    return Uni.join()
        .all(picked.stream().map(record -> fetch.of(record, pace)).toList())
        .andFailFast()
        .replaceWithVoid();
  }
}
