package io.livenessledger.store.partition;

import io.livenessledger.store.Background;
import io.livenessledger.store.Transactions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;

/**
 * For how many months there are partitions, asked anew in the background on every replica, whoever
 * makes them; not a number while it is not known.
 */
@ApplicationScoped
class PartitionMetrics {
  private static final Duration EVERY = Duration.ofMinutes(1);

  private final Clock clock;
  private final Transactions transactions;
  private final Background background;
  private final MeterRegistry registry;

  private volatile Gauge gauge;
  private volatile double monthsAhead = Double.NaN;
  private volatile boolean stopped;

  PartitionMetrics(
      Clock clock, Transactions transactions, Background background, MeterRegistry registry) {
    this.clock = clock;
    this.transactions = transactions;
    this.background = background;
    this.registry = registry;
  }

  void start(@Observes StartupEvent started) {
    gauge =
        Gauge.builder("ledger.store.partition.months.ahead", () -> monthsAhead)
            .description("Whole months after this one for which every table has its partition")
            .register(registry);
    refresh();
  }

  /** The registry outlives a live reload, and would go on asking the gauge from before it. */
  void stop(@Observes ShutdownEvent stopping) {
    stopped = true;
    registry.remove(gauge);
  }

  private void refresh() {
    if (!stopped) {
      background
          .run(
              () ->
                  transactions.readOn(
                      connection -> PartitionTables.monthsAhead(connection, clock.instant())))
          .map(Integer::doubleValue)
          .onFailure()
          .recoverWithItem(Double.NaN)
          .invoke(months -> monthsAhead = months)
          .subscribe()
          .with(done -> background.after(EVERY, this::refresh));
    }
  }
}
