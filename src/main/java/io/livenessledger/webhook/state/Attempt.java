package io.livenessledger.webhook.state;

import java.time.Duration;
import java.time.Instant;

/**
 * One attempt to deliver a message.
 *
 * @param at when it began
 * @param status the receiver's; null when it gave none
 */
public record Attempt(Instant at, Duration took, Outcome outcome, Integer status) {
  public boolean isDelivered() {
    return outcome == Outcome.DELIVERED;
  }
}
