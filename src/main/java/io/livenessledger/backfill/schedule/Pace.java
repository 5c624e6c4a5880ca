package io.livenessledger.backfill.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How fast this replica goes. One failure is taken for the record's own; when several fetches in a
 * row fail, whatever their records, the vendor is the reason, and there are pauses that grow until
 * one succeeds.
 */
final class Pace {
  private static final int PATIENCE = 3;
  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final Clock clock;
  private Instant pausedUntil = Instant.MIN;
  private int failures;

  Pace(Clock clock) {
    this.clock = clock;
  }

  /** How long not to fetch anything yet; zero when it may go on. */
  synchronized Duration rest() {
    Instant now = clock.instant();
    return pausedUntil.isAfter(now) ? Duration.between(now, pausedUntil) : Duration.ZERO;
  }

  /** How many to fetch at a time: while the vendor fails one tells as much as many. */
  synchronized int width(int usual) {
    return failures < PATIENCE ? usual : 1;
  }

  /** Nothing is fetched for so long, but not for longer than it may be worth another try. */
  synchronized void pause(Duration wanted) {
    Duration pause = wanted.compareTo(LONGEST) > 0 ? LONGEST : wanted;
    Instant until = clock.instant().plus(pause);
    pausedUntil = until.isAfter(pausedUntil) ? until : pausedUntil;
  }

  /** A fetch has failed; whether it is not only the record's. */
  synchronized boolean failed() {
    failures++;
    if (failures < PATIENCE) {
      return false;
    }
    pause(FIRST.multipliedBy(1L << Math.min(failures - PATIENCE, 6)));
    return true;
  }

  /** The vendor has answered. */
  synchronized void succeeded() {
    failures = 0;
  }
}
