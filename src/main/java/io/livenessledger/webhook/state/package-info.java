/**
 * Owns: what all replicas know of webhooks (V0016): how far each is, the message that is under way,
 * how every attempt ended.
 *
 * <p>May import: record store; of records, the places in the feed of changes.
 *
 * <p>Never: knows where a webhook goes.
 */
package io.livenessledger.webhook.state;
