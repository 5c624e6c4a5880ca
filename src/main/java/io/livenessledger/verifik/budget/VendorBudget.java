package io.livenessledger.verifik.budget;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;

/**
 * How much may be asked of the vendor. All replicas share one; whoever knows the database provides
 * it.
 */
public interface VendorBudget {
  /**
   * Counts a call, before it begins. Fails with {@code vendor-rate-limited}, which says when to try
   * again, when it may not begin as soon as its urgency wants it.
   */
  Uni<Void> call(Urgency urgency);

  /** Heeds what the vendor said. */
  Uni<Void> said(Word word);

  /**
   * What an answer said of how much may be asked.
   *
   * @param pause for which nobody shall call; null for none
   * @param remaining calls until the reset; null when not said
   * @param reset null when not said
   */
  record Word(Duration pause, Integer remaining, Instant reset) {
    /** Whether it says nothing. */
    public boolean isEmpty() {
      return pause == null && (remaining == null || reset == null);
    }
  }
}
