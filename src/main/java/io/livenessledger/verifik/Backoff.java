package io.livenessledger.verifik;

import io.smallrye.faulttolerance.api.CustomBackoffStrategy;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Exponential backoff with jitter, but at least what the vendor demands. One for each fetch. */
final class Backoff implements CustomBackoffStrategy {
  private final Duration maximum;
  private long next;

  Backoff(VerifikConfig.Retry settings) {
    this.maximum = settings.maxDelay();
    this.next = settings.delay().toMillis();
  }

  @Override
  public void init(long initialDelayInMillis) {
    // our settings say it
  }

  @Override
  public long nextDelayInMillis(Throwable failure) {
    long backoff = Math.min(next, maximum.toMillis());
    next = backoff * 2;
    long jittered = backoff + ThreadLocalRandom.current().nextLong(backoff / 2 + 1);
    return Math.max(jittered, demandedBy(failure));
  }

  private static long demandedBy(Throwable failure) {
    return failure instanceof PassingFailure passing
        ? passing.demandedWait().orElse(Duration.ZERO).toMillis()
        : 0;
  }
}
