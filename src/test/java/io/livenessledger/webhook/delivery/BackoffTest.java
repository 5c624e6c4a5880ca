package io.livenessledger.webhook.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.livenessledger.webhook.endpoint.WebhookConfig.Retry;
import io.livenessledger.webhook.state.Attempt;
import io.livenessledger.webhook.state.Outcome;
import io.livenessledger.webhook.state.Standing;
import io.livenessledger.webhook.state.Standing.Reason;
import io.livenessledger.webhook.state.Standing.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
  private static final Duration TOOK = Duration.ofSeconds(1);

  @Test
  void delaysDoubleUpToTheLongest() {
    List<Long> seconds =
        IntStream.of(0, 1, 2, 9, 10, 29, 100_000).mapToObj(n -> delay(n, 0).toSeconds()).toList();

    assertEquals(List.of(5L, 10L, 20L, 2560L, 3600L, 3600L, 3600L), seconds);
  }

  @Test
  void jitterAddsUpToHalf() {
    assertEquals(Duration.ofMillis(6250), delay(0, 0.5));
    assertEquals(Duration.ofMinutes(75), delay(50, 0.5));
  }

  @Test
  void aDayIsCountedFromTheFirstFailure() {
    Attempt late = attempt(START.plus(Duration.ofDays(1)).minusSeconds(2), Outcome.REFUSED);
    Attempt later = attempt(START.plus(Duration.ofDays(1)).minusSeconds(1), Outcome.TIMED_OUT);

    assertNull(backoff(0).after(standing(30, START), late).pause());
    assertEquals(Reason.FAILING, backoff(0).after(standing(31, START), later).pause());
    assertEquals(START, backoff(0).after(standing(31, START), later).failingSince());
    assertNull(backoff(0).after(standing(0, null), later).pause());
    assertEquals(later.at(), backoff(0).after(standing(0, null), later).failingSince());
  }

  @Test
  void onlyGonePausesAtOnce() {
    List<Reason> reasons =
        Stream.of(Outcome.values())
            .filter(outcome -> outcome != Outcome.DELIVERED)
            .map(outcome -> backoff(0).after(standing(0, null), attempt(START, outcome)).pause())
            .filter(reason -> reason != null)
            .toList();

    assertEquals(List.of(Reason.GONE), reasons);
  }

  private static Duration delay(int failedBefore, double random) {
    Attempt made = attempt(START, Outcome.REFUSED);
    return Duration.between(
        START.plus(TOOK), backoff(random).after(standing(failedBefore, START), made).nextTryAt());
  }

  private static Standing standing(int attempts, Instant failingSince) {
    return new Standing("one", 0, State.ACTIVE, null, "msg", attempts, failingSince, null);
  }

  private static Attempt attempt(Instant at, Outcome outcome) {
    return new Attempt(at, TOOK, outcome, null);
  }

  private static Backoff backoff(double random) {
    return new Backoff(
        new Retry() {
          @Override
          public Duration delay() {
            return Duration.ofSeconds(5);
          }

          @Override
          public Duration maxDelay() {
            return Duration.ofHours(1);
          }

          @Override
          public Duration giveUpAfter() {
            return Duration.ofDays(1);
          }
        },
        () -> random);
  }
}
