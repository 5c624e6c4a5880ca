/**
 * Owns: outgoing notifications of changes: whom they go to, how far each is, what an operator sees
 * of it and does about it.
 *
 * <p>May import: record store paging security problem; of records, the feed of changes.
 *
 * <p>Never: tells a receiver more than ids and links; tells a caller a secret, or what lies behind
 * a receiver's host.
 */
package io.livenessledger.webhook;
