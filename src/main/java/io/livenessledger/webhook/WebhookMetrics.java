package io.livenessledger.webhook;

import io.livenessledger.record.change.Changes;
import io.livenessledger.record.change.Cursor;
import io.livenessledger.store.Background;
import io.livenessledger.webhook.endpoint.Endpoint;
import io.livenessledger.webhook.endpoint.Endpoints;
import io.livenessledger.webhook.state.Standing;
import io.livenessledger.webhook.state.Standing.State;
import io.livenessledger.webhook.state.Standings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Webhooks in numbers, the same on every replica. Refreshed in the background, so that a scrape
 * waits for nothing; a number that could not be had is not a number.
 */
@ApplicationScoped
class WebhookMetrics {
  private static final Duration EVERY = Duration.ofSeconds(5);

  private final Endpoints endpoints;
  private final Standings standings;
  private final Changes changes;
  private final Background background;
  private final MeterRegistry registry;

  private final List<Gauge> gauges = new ArrayList<>();
  private volatile Map<String, Numbers> latest = Map.of();
  private volatile boolean stopped;

  WebhookMetrics(
      Endpoints endpoints,
      Standings standings,
      Changes changes,
      Background background,
      MeterRegistry registry) {
    this.endpoints = endpoints;
    this.standings = standings;
    this.changes = changes;
    this.background = background;
    this.registry = registry;
  }

  /** Of one webhook. */
  private record Numbers(Standing standing, long lag) {}

  void start(@Observes StartupEvent started) {
    for (Endpoint endpoint : endpoints.all()) {
      gauge(endpoint, "lag", "Changes behind what was delivered, 10000 at most", Numbers::lag);
      gauge(endpoint, "failures", "Attempts that failed in a row", n -> n.standing().attempts());
      gauge(endpoint, "paused", "1 while nothing is delivered", n -> isPaused(n) ? 1 : 0);
    }
    if (!gauges.isEmpty()) {
      refresh();
    }
  }

  /** The registry outlives a live reload, and would go on asking the gauges from before it. */
  void stop(@Observes ShutdownEvent stopping) {
    stopped = true;
    gauges.forEach(registry::remove);
  }

  private static boolean isPaused(Numbers numbers) {
    return numbers.standing().state() == State.PAUSED;
  }

  private void gauge(
      Endpoint endpoint, String name, String description, ToDoubleFunction<Numbers> value) {
    gauges.add(
        Gauge.builder("ledger.webhook." + name, () -> known(endpoint, value))
            .description(description)
            .tag("webhook", endpoint.name())
            .register(registry));
  }

  private double known(Endpoint endpoint, ToDoubleFunction<Numbers> value) {
    Numbers numbers = latest.get(endpoint.name());
    return numbers == null ? Double.NaN : value.applyAsDouble(numbers);
  }

  private void refresh() {
    if (!stopped) {
      background
          .run(this::read)
          .onFailure()
          .recoverWithItem(Map.of())
          .invoke(read -> latest = read)
          .subscribe()
          .with(done -> background.after(EVERY, this::refresh));
    }
  }

  private Uni<Map<String, Numbers>> read() {
    return standings
        .of(endpoints.all().stream().map(Endpoint::name).toList())
        .onItem()
        .transformToMulti(all -> Multi.createFrom().iterable(all))
        .onItem()
        .transformToUniAndConcatenate(this::numbers)
        .collect()
        .asMap(numbers -> numbers.standing().name());
  }

  private Uni<Numbers> numbers(Standing standing) {
    return changes
        .countBehind(new Cursor(standing.position()), Webhooks.LARGEST_LAG)
        .map(lag -> new Numbers(standing, lag));
  }
}
