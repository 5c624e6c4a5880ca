package io.livenessledger.verifik;

import io.livenessledger.problem.Problem;
import io.livenessledger.problem.ProblemCode;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * This replica's calls of the vendor in numbers, which name no record. All are there from the
 * start, so that nothing has to happen before an alarm can be raised about it.
 */
@ApplicationScoped
class VendorMetrics {
  /** A usual answer takes a second; the last is the time that a try has by default. */
  private static final Duration[] BOUNDS = {
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofMillis(2500),
    Duration.ofSeconds(5),
    Duration.ofSeconds(10)
  };

  private final MeterRegistry registry;
  private final Map<Result, Timer> calls = new EnumMap<>(Result.class);
  private final List<Gauge> gauges = new ArrayList<>();
  private final AtomicInteger accepted = new AtomicInteger();
  private final AtomicInteger inFlight = new AtomicInteger();
  private volatile CircuitBreakerState breaker = CircuitBreakerState.CLOSED;

  VendorMetrics(MeterRegistry registry) {
    this.registry = registry;
    for (Result result : Result.values()) {
      calls.put(result, timer(result));
    }
  }

  /** How a call ended. */
  enum Result {
    ANSWERED,
    ABSENT,
    TOKEN_REJECTED,
    REJECTED,
    RATE_LIMITED,
    FAILED,
    UNREACHABLE,
    TIMED_OUT
  }

  void start(@Observes StartupEvent started) {
    gauges.add(gauge("in.flight", "Fetches that have their place", inFlight::get));
    gauges.add(gauge("waiting", "Fetches that wait for a place", this::waiting));
    for (CircuitBreakerState state : CircuitBreakerState.values()) {
      gauges.add(
          Gauge.builder("ledger.vendor.breaker.state", () -> breaker == state ? 1 : 0)
              .description("1 for the state that the breaker is in")
              .tag("state", state.name())
              .register(registry));
    }
  }

  /** The registry outlives a live reload, and would go on asking the gauges from before it. */
  void stop(@Observes ShutdownEvent stopping) {
    gauges.forEach(registry::remove);
  }

  private Timer timer(Result result) {
    return Timer.builder("ledger.vendor.calls")
        .description("Calls of the vendor, each try one, by how they ended")
        .tag("result", result.name())
        .serviceLevelObjectives(BOUNDS)
        .register(registry);
  }

  private Gauge gauge(String name, String description, Supplier<Number> value) {
    return Gauge.builder("ledger.vendor." + name, value)
        .description(description)
        .register(registry);
  }

  private int waiting() {
    return Math.max(0, accepted.get() - inFlight.get());
  }

  /** A fetch waits for its place, or has it at once. */
  void accepted() {
    accepted.incrementAndGet();
  }

  /** An accepted fetch ended, whether it had its place or not. */
  void finished() {
    accepted.decrementAndGet();
  }

  void breaker(CircuitBreakerState state) {
    breaker = state;
  }

  /** The fetch has its place, from the subscription to its end. */
  Uni<VendorAnswer> inFlight(Supplier<Uni<VendorAnswer>> fetch) {
    return Uni.createFrom()
        .deferred(
            () -> {
              inFlight.incrementAndGet();
              return fetch.get();
            })
        .onTermination()
        .invoke(inFlight::decrementAndGet);
  }

  /** Times a call from the subscription on, and counts it by how it ended. */
  Uni<VendorAnswer> timed(Supplier<Uni<VendorAnswer>> call) {
    return Uni.createFrom().deferred(() -> begun(call, Timer.start(registry)));
  }

  private Uni<VendorAnswer> begun(Supplier<Uni<VendorAnswer>> call, Timer.Sample sample) {
    return call.get()
        .onItemOrFailure()
        .invoke((answer, failure) -> sample.stop(calls.get(result(answer, failure))));
  }

  private static Result result(VendorAnswer answer, Throwable failure) {
    if (failure == null) {
      return answer.isAbsent() ? Result.ABSENT : Result.ANSWERED;
    }
    if (failure instanceof PassingFailure.RateLimit) {
      return Result.RATE_LIMITED;
    }
    if (failure instanceof PassingFailure passing && passing.status() != PassingFailure.NETWORK) {
      return Result.FAILED;
    }
    if (failure instanceof Problem problem) {
      return problem.code() == ProblemCode.VENDOR_TOKEN_REJECTED
          ? Result.TOKEN_REJECTED
          : Result.REJECTED;
    }
    return failure instanceof TimeoutException ? Result.TIMED_OUT : Result.UNREACHABLE;
  }
}
