package io.livenessledger.verifik;

import io.livenessledger.problem.Problem;
import io.livenessledger.problem.ProblemCode;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.util.TypeLiteral;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * Fault tolerance around one fetch. A fetch first waits for a place in the bulkhead; only then it
 * makes its tries: retry outside, then circuit breaker, then the budget, then timeout. So the
 * timeout is for one try and not for a queue, every try counts for the breaker and is paid from the
 * budget, and an open breaker ends the fetch and spends nothing. What the vendor answered with any
 * other status than 5xx and 429 is no failure here.
 */
final class VerifikGuard {
  private static final Duration UNAVAILABLE = Duration.ofSeconds(5);
  private static final Duration RATE_LIMITED = Duration.ofMinutes(1);

  /** What a vendor demands beyond this is a mistake, not to be passed on. */
  private static final Duration LONGEST_RETRY_AFTER = Duration.ofDays(1);

  private static final TypeLiteral<Uni<VendorAnswer>> ANSWER = new TypeLiteral<>() {};

  private final VerifikConfig config;
  private final VendorMetrics metrics;
  private final TypedGuard<Uni<VendorAnswer>> places;
  private final TypedGuard<Uni<VendorAnswer>> tries;
  private final TypedGuard<Uni<VendorAnswer>> inTime;

  VerifikGuard(VerifikConfig config, VendorMetrics metrics) {
    this.config = config;
    this.metrics = metrics;
    this.places = places(config.bulkhead());
    this.tries = tries();
    this.inTime = inTime();
  }

  private TypedGuard<Uni<VendorAnswer>> places(VerifikConfig.Bulkhead settings) {
    return TypedGuard.create(ANSWER)
        .withBulkhead()
        .limit(settings.concurrent())
        .queueSize(settings.queued())
        .onAccepted(metrics::accepted)
        .onFinished(metrics::finished)
        .done()
        .build();
  }

  private TypedGuard<Uni<VendorAnswer>> tries() {
    return TypedGuard.create(ANSWER)
        .withRetry()
        .maxRetries(config.retry().tries() - 1)
        .maxDuration(0, ChronoUnit.MILLIS)
        .whenException(this::mayPass)
        .withCustomBackoff()
        .strategy(() -> new Backoff(config.retry()))
        .done()
        .done()
        .withCircuitBreaker()
        .requestVolumeThreshold(config.breaker().tries())
        .failureRatio(config.breaker().failureRatio())
        .delay(config.breaker().delay().toMillis(), ChronoUnit.MILLIS)
        .successThreshold(config.breaker().successes())
        .failOn(Set.of(PassingFailure.class, TimeoutException.class))
        // A vendor who limits our rate is not down
        .skipOn(PassingFailure.RateLimit.class)
        .onStateChange(metrics::breaker)
        .done()
        .build();
  }

  private TypedGuard<Uni<VendorAnswer>> inTime() {
    return TypedGuard.create(ANSWER)
        .withTimeout()
        .duration(config.timeout().toMillis(), ChronoUnit.MILLIS)
        .done()
        .build();
  }

  /**
   * Makes tries until one succeeds or none may; fails with the one problem that says why.
   *
   * @param permission asked for before each try, which needs what it gives
   */
  <T> Uni<VendorAnswer> fetch(Supplier<Uni<T>> permission, Function<T, Uni<VendorAnswer>> oneTry) {
    long asked = System.nanoTime();
    Supplier<Uni<VendorAnswer>> permitted =
        () ->
            Uni.createFrom()
                .deferred(permission::get)
                .chain(given -> metrics.timed(() -> inTime.get(() -> oneTry.apply(given))));
    return places
        .get(() -> metrics.inFlight(() -> inPlace(asked, permitted)))
        .onFailure()
        .transform(this::problemOf);
  }

  private Uni<VendorAnswer> inPlace(long asked, Supplier<Uni<VendorAnswer>> permitted) {
    return hasWaitedTooLong(asked) ? tooManyWaiting() : tries.get(permitted);
  }

  private boolean hasWaitedTooLong(long asked) {
    return System.nanoTime() - asked > config.bulkhead().maxWait().toNanos();
  }

  private static Uni<VendorAnswer> tooManyWaiting() {
    return Uni.createFrom().failure(new BulkheadException("waited too long"));
  }

  private boolean mayPass(Throwable failure) {
    if (failure instanceof PassingFailure passing) {
      Duration wait = passing.demandedWait().orElse(Duration.ZERO);
      return wait.compareTo(config.retry().maxDelay()) <= 0;
    }
    return failure instanceof TimeoutException;
  }

  private Throwable problemOf(Throwable failure) {
    if (failure instanceof PassingFailure.RateLimit limit) {
      return rateLimited(limit);
    }
    if (failure instanceof PassingFailure passing) {
      return unavailable(passing);
    }
    if (failure instanceof TimeoutException) {
      String seconds = config.timeout().toMillis() / 1000.0 + " s";
      return Problem.of(
          ProblemCode.VENDOR_TIMEOUT, "The vendor did not answer a try within " + seconds + ".");
    }
    if (failure instanceof CircuitBreakerOpenException) {
      return Problem.of(
              ProblemCode.VENDOR_UNAVAILABLE, "Too many tries failed; the vendor is not called.")
          .retryAfter(config.breaker().delay());
    }
    if (failure instanceof BulkheadException) {
      return Problem.of(ProblemCode.VENDOR_UNAVAILABLE, "Too many fetches are waiting already.")
          .retryAfter(UNAVAILABLE);
    }
    return failure;
  }

  private static Problem rateLimited(PassingFailure failure) {
    return Problem.of(ProblemCode.VENDOR_RATE_LIMITED, "The vendor answered 429.")
        .retryAfter(atMost(failure.demandedWait().orElse(RATE_LIMITED)));
  }

  private static Problem unavailable(PassingFailure failure) {
    String detail =
        failure.status() == PassingFailure.NETWORK
            ? "The vendor could not be reached, or the connection broke."
            : "The vendor answered " + failure.status() + ".";
    return Problem.of(ProblemCode.VENDOR_UNAVAILABLE, detail)
        .retryAfter(atMost(failure.demandedWait().orElse(UNAVAILABLE)))
        .causedBy(failure);
  }

  private static Duration atMost(Duration demanded) {
    return demanded.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : demanded;
  }
}
