/**
 * Owns: what answers say of a read replica that they are from.
 *
 * <p>May import: store.
 *
 * <p>Never: reads records.
 */
package io.livenessledger.search.replica;
