/**
 * Owns: leases: for each name one replica at a time.
 *
 * <p>May import: store.
 *
 * <p>Never: judges a term by a replica's clock.
 */
package io.livenessledger.store.lease;
