/**
 * Owns: the self-check's part about access events.
 *
 * <p>May import: ledger, store.
 *
 * <p>Never: quotes what an event says.
 */
package io.livenessledger.access.check;
