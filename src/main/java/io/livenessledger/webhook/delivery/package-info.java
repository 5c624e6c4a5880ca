/**
 * Owns: the delivery of messages: on one replica at a time for each webhook, in the order of the
 * log, again and again until the receiver has confirmed.
 *
 * <p>May import: record store; of records, the feed of changes.
 *
 * <p>Never: has a transaction open while it sends; keeps or logs what a receiver answers beyond its
 * status.
 */
package io.livenessledger.webhook.delivery;
