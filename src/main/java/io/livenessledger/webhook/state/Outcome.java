package io.livenessledger.webhook.state;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an attempt to deliver a message ended. */
@Schema(
    name = "WebhookOutcome",
    description =
        "DELIVERED: the receiver answered 2xx. REFUSED: another status. GONE: 410, it wants no more."
            + " TIMED_OUT: no answer in time. UNREACHABLE: no connection, or it broke. UNTRUSTED: no"
            + " TLS with somebody who is trusted.")
public enum Outcome {
  DELIVERED,
  REFUSED,
  GONE,
  TIMED_OUT,
  UNREACHABLE,
  UNTRUSTED
}
