package io.livenessledger.ledger;

import io.livenessledger.ledger.check.Check;
import io.livenessledger.ledger.check.Checks;
import io.livenessledger.ledger.log.Standing;
import io.livenessledger.store.Background;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The ledger in numbers. Refreshed from the database in the background, so that a scrape waits for
 * nothing; a number that could not be had is not a number.
 */
@ApplicationScoped
class LedgerMetrics {
  private static final Duration EVERY = Duration.ofSeconds(5);

  private final Standing standing;
  private final Checks checks;
  private final Background background;
  private final MeterRegistry registry;

  private final List<Gauge> gauges = new ArrayList<>();
  private volatile Numbers numbers = new Numbers(null, null);
  private volatile boolean stopped;

  LedgerMetrics(Standing standing, Checks checks, Background background, MeterRegistry registry) {
    this.standing = standing;
    this.checks = checks;
    this.background = background;
    this.registry = registry;
  }

  /** The latest; null where there is none. */
  private record Numbers(Standing.State now, Check last) {}

  void start(@Observes StartupEvent started) {
    gauge("ledger.size", "Leaves that a published checkpoint covers", this::size);
    gauge("ledger.pending", "Committed entries without a place in line", n -> n.now().pending());
    gauge("ledger.lag.seconds", "Age of the oldest of these", n -> n.now().lag().toMillis() / 1e3);
    gauge("ledger.check.findings", "What the latest check found", checked(Check::findingsTotal));
    gauge(
        "ledger.check.finished.timestamp.seconds",
        "When the latest check ended",
        checked(last -> last.finishedAt().toEpochMilli() / 1e3));
    refresh();
  }

  /** The registry outlives a live reload, and would go on asking the gauges from before it. */
  void stop(@Observes ShutdownEvent stopping) {
    stopped = true;
    gauges.forEach(registry::remove);
  }

  private double size(Numbers known) {
    return known.now().published() == null ? 0 : known.now().published().size();
  }

  private void gauge(String name, String description, ToDoubleFunction<Numbers> value) {
    gauges.add(Gauge.builder(name, () -> known(value)).description(description).register(registry));
  }

  private double known(ToDoubleFunction<Numbers> value) {
    Numbers latest = numbers;
    return latest.now() == null ? Double.NaN : value.applyAsDouble(latest);
  }

  private static ToDoubleFunction<Numbers> checked(ToDoubleFunction<Check> value) {
    return known -> known.last() == null ? Double.NaN : value.applyAsDouble(known.last());
  }

  private void refresh() {
    if (!stopped) {
      background
          .run(this::latest)
          .onFailure()
          .recoverWithItem(failure -> new Numbers(null, null))
          .invoke(latest -> numbers = latest)
          .subscribe()
          .with(done -> background.after(EVERY, this::refresh));
    }
  }

  private Uni<Numbers> latest() {
    return standing.now().chain(now -> checks.last().map(last -> new Numbers(now, last)));
  }
}
