/**
 * Owns: what is known of a record at a time: the fold of its observations, and where it is read
 * from, now or as of an instant.
 *
 * <p>May import: canonical store.
 *
 * <p>Never: writes.
 */
package io.livenessledger.record.state;
