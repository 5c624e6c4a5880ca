package io.livenessledger.access.write;

import io.livenessledger.access.event.AccessEvent.Outcome;
import io.livenessledger.security.Action;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** The access audit in numbers, which name nobody. */
@ApplicationScoped
public class EventMetrics {
  private final MeterRegistry registry;
  private final Counter failures;

  EventMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.failures =
        Counter.builder("ledger.access.failures")
            .description("Access events that could not be written")
            .register(registry);
  }

  /** Counts a call whose event is committed and whose answer leaves. */
  public void answered(Action action, Outcome outcome) {
    Counter.builder("ledger.access.events")
        .description("Calls that were answered, with their event committed before")
        .tag("action", action.name())
        .tag("outcome", outcome.name())
        .register(registry)
        .increment();
  }

  void failed() {
    failures.increment();
  }
}
