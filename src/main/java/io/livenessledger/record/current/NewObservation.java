package io.livenessledger.record.current;

import io.livenessledger.record.history.Body;
import io.livenessledger.record.history.Content;
import io.livenessledger.record.history.Observation.Outcome;
import io.livenessledger.record.history.Observation.Signature;
import io.livenessledger.record.history.Observation.Trigger;
import java.time.Instant;

/**
 * An observation about to be appended: what is known of it before it has its number.
 *
 * @param vendorStatus null exactly when submitted
 * @param body null when it was over the limit
 * @param content not null exactly when {@code PRESENT}
 * @param data JSON text of the vendor's {@code data}, exact decimals; not null exactly when {@code
 *     PRESENT}
 * @param unreadableReason not null exactly when {@code UNREADABLE}
 */
public record NewObservation(
    Outcome outcome,
    Trigger trigger,
    Instant fetchedAt,
    Integer vendorStatus,
    Body body,
    Content content,
    String data,
    Signature signature,
    String unreadableReason,
    String requestId,
    String caller) {

  /** Names no content: it holds personal data. */
  @Override
  public String toString() {
    return "NewObservation[" + outcome + " " + trigger + "]";
  }
}
