/**
 * Owns: where webhooks go and how they are signed: configuration, checked at the start.
 *
 * <p>May import: nothing of ours.
 *
 * <p>Never: tells a secret, or an address beyond its host, to anybody but the receiver.
 */
package io.livenessledger.webhook.endpoint;
