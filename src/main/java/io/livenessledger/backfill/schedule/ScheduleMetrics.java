package io.livenessledger.backfill.schedule;

import io.livenessledger.backfill.schedule.DueTables.Due;
import io.livenessledger.problem.ProblemCode;
import io.livenessledger.record.current.RefreshResult;
import io.livenessledger.store.Background;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Scheduled refresh in numbers, which name no record. What is due is asked anew in the background
 * on every replica; not a number while it is not known.
 */
@ApplicationScoped
class ScheduleMetrics {
  private static final Duration EVERY = Duration.ofMinutes(1);

  private final DueTables tables;
  private final Clock clock;
  private final Background background;
  private final MeterRegistry registry;

  private volatile List<Gauge> gauges = List.of();
  private volatile double due = Double.NaN;
  private volatile double behind = Double.NaN;
  private volatile boolean stopped;

  ScheduleMetrics(DueTables tables, Clock clock, Background background, MeterRegistry registry) {
    this.tables = tables;
    this.clock = clock;
    this.background = background;
    this.registry = registry;
  }

  void start(@Observes StartupEvent started) {
    gauges =
        List.of(
            Gauge.builder("ledger.schedule.due", () -> due)
                .description("Records that are due for a refresh by a rule; 10000 of each at most")
                .register(registry),
            Gauge.builder("ledger.schedule.behind.seconds", () -> behind)
                .description("For how long the oldest of them has been due")
                .register(registry));
    look();
  }

  /** The registry outlives a live reload, and would go on asking the gauges from before it. */
  void stop(@Observes ShutdownEvent stopping) {
    stopped = true;
    gauges.forEach(registry::remove);
  }

  private void look() {
    if (!stopped) {
      background
          .run(() -> tables.due(clock.instant()))
          .subscribe()
          .with(this::show, unknown -> show(Double.NaN, Double.NaN));
    }
  }

  private void show(Due found) {
    Duration age =
        found.oldest() == null ? Duration.ZERO : Duration.between(found.oldest(), clock.instant());
    show((double) found.records(), age.toMillis() / 1000.0);
  }

  private void show(double records, double seconds) {
    due = records;
    behind = seconds;
    background.after(EVERY, this::look);
  }

  void refreshed(RefreshResult result) {
    Counter.builder("ledger.schedule.refreshes")
        .description("Scheduled refreshes that the vendor answered")
        .tag("result", result.name())
        .register(registry)
        .increment();
  }

  void failed(ProblemCode problem) {
    Counter.builder("ledger.schedule.failures")
        .description("Scheduled refreshes that failed; those for which there was no room, too")
        .tag("problem", problem.code())
        .register(registry)
        .increment();
  }
}
