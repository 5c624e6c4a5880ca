package io.livenessledger.webhook.state;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a webhook stands.
 *
 * @param position how many leaves lie before what is still to be delivered
 * @param pausedBecause null unless paused
 * @param messageId of the message that is under way; null without one
 * @param attempts that failed since the last that did not
 * @param failingSince when the first of them began; null without
 * @param nextTryAt not before; null for at once
 */
public record Standing(
    String name,
    long position,
    State state,
    Reason pausedBecause,
    String messageId,
    int attempts,
    Instant failingSince,
    Instant nextTryAt) {

  /** Whether messages are sent. */
  @Schema(name = "WebhookState")
  public enum State {
    ACTIVE,
    PAUSED
  }

  /** Why not. */
  @Schema(
      name = "WebhookPauseReason",
      description =
          "OPERATOR: somebody said so. FAILING: for as long as it is tried. GONE: the receiver"
              + " answered 410.")
  public enum Reason {
    OPERATOR,
    FAILING,
    GONE
  }

  /** Whether a message may be sent now, if there is one. */
  public boolean mayTry(Instant now) {
    return state == State.ACTIVE && (nextTryAt == null || !now.isBefore(nextTryAt));
  }

  /**
   * Whether there is something to be sent now.
   *
   * @param newest the position behind the newest change
   */
  public boolean isDue(Instant now, long newest) {
    return mayTry(now) && (messageId != null || position < newest);
  }
}
