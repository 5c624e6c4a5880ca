package io.livenessledger.webhook;

import io.livenessledger.record.change.Cursor;
import io.livenessledger.webhook.endpoint.Endpoint;
import io.livenessledger.webhook.state.Delivery;
import io.livenessledger.webhook.state.Standing;
import io.livenessledger.webhook.state.Standing.Reason;
import io.livenessledger.webhook.state.Standing.State;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A webhook as operators see it. */
@Schema(name = "Webhook", description = "A receiver of changes, and how far it is.")
// Written by Jackson, with all its parts
@RegisterForReflection(registerFullHierarchy = true)
record WebhookView(
    String name,
    @Schema(description = "The rest of its address may be a secret.") String host,
    @Schema(description = "Clients of whose records it is told; null for all.", nullable = true)
        List<String> clients,
    State state,
    @Schema(nullable = true) Reason pausedBecause,
    @Schema(description = "The place in the feed behind what was delivered. Opaque.")
        String position,
    @Schema(
            description =
                "Changes behind it, also those that are not for this receiver. Not counted beyond"
                    + " 10000.")
        long lag,
    @Schema(description = "That failed since the last that did not.") int failedAttempts,
    @Schema(description = "When the first of them began.", nullable = true) Instant failingSince,
    @Schema(description = "Not before; null for at once.", nullable = true) Instant nextTryAt,
    @Schema(description = "The latest attempt.", nullable = true) DeliveryView lastDelivery) {

  static WebhookView of(Endpoint endpoint, Standing standing, long lag, List<Delivery> last) {
    return new WebhookView(
        endpoint.name(),
        endpoint.host(),
        endpoint.clients().map(clients -> clients.stream().sorted().toList()).orElse(null),
        standing.state(),
        standing.pausedBecause(),
        new Cursor(standing.position()).text(),
        lag,
        standing.attempts(),
        standing.failingSince(),
        standing.nextTryAt(),
        last.stream().findFirst().map(DeliveryView::of).orElse(null));
  }
}
