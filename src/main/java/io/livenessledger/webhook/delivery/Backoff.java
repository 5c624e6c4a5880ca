package io.livenessledger.webhook.delivery;

import io.livenessledger.webhook.endpoint.WebhookConfig.Retry;
import io.livenessledger.webhook.state.Attempt;
import io.livenessledger.webhook.state.Messages.Failure;
import io.livenessledger.webhook.state.Outcome;
import io.livenessledger.webhook.state.Standing;
import io.livenessledger.webhook.state.Standing.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;

/** Decides when a message is tried again, and when no more. */
final class Backoff {
  /** 2^30 times any delay is more than the longest. */
  private static final int MOST_DOUBLINGS = 30;

  private final Retry settings;
  private final DoubleSupplier random;

  /**
   * @param random from 0 to less than 1
   */
  Backoff(Retry settings, DoubleSupplier random) {
    this.settings = settings;
    this.random = random;
  }

  /** What follows from an attempt that failed. */
  Failure after(Standing before, Attempt made) {
    Instant ended = made.at().plusMillis(made.took().toMillis());
    Instant since = before.failingSince() == null ? made.at() : before.failingSince();
    return new Failure(since, ended.plus(delay(before.attempts())), pause(since, ended, made));
  }

  private Reason pause(Instant since, Instant ended, Attempt made) {
    if (made.outcome() == Outcome.GONE) {
      return Reason.GONE;
    }
    boolean isLong = !ended.isBefore(since.plus(settings.giveUpAfter()));
    return isLong ? Reason.FAILING : null;
  }

  /** With jitter: receivers that came back should not be called by everybody at once. */
  private Duration delay(int failedBefore) {
    long longest = settings.maxDelay().toMillis();
    long first = Math.min(settings.delay().toMillis(), longest);
    int doublings = Math.min(failedBefore, MOST_DOUBLINGS);
    long plain = first > longest >> doublings ? longest : first << doublings;
    return Duration.ofMillis(plain + (long) (plain * random.getAsDouble() / 2));
  }
}
