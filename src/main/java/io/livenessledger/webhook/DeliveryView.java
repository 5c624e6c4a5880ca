package io.livenessledger.webhook;

import io.livenessledger.record.change.Cursor;
import io.livenessledger.webhook.state.Delivery;
import io.livenessledger.webhook.state.Outcome;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An attempt to deliver a message. */
@Schema(name = "WebhookDelivery", description = "An attempt to deliver a message to a receiver.")
record DeliveryView(
    @Schema(description = "Grows with time.") long number,
    @Schema(description = "Its webhook-id, the same at every attempt.") String messageId,
    @Schema(description = "The place in the feed before the message; for replay.") String after,
    @Schema(description = "The place behind it.") String upTo,
    @Schema(description = "How many the message has.") int changes,
    @Schema(description = "1 for the first, and for the first after somebody resumed.") int attempt,
    Instant at,
    @Schema(description = "How long it took.") long millis,
    Outcome outcome,
    @Schema(description = "The receiver's status; null when it gave none.", nullable = true)
        Integer status) {

  static DeliveryView of(Delivery delivery) {
    return new DeliveryView(
        delivery.number(),
        delivery.messageId(),
        new Cursor(delivery.from()).text(),
        new Cursor(delivery.to()).text(),
        delivery.changes(),
        delivery.attempt(),
        delivery.at(),
        delivery.millis(),
        delivery.outcome(),
        delivery.status());
  }
}
