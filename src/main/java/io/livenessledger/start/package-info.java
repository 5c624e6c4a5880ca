/**
 * Owns: what comes before the application: its settings completed and checked, what dev mode brings
 * along, and whether the application runs.
 *
 * <p>May import: verifik ledger store.
 *
 * <p>Never: needs a bean; there is none yet.
 */
package io.livenessledger.start;
