/**
 * Owns: the append-only facts of a record — observations, revisions, bodies — and their values.
 *
 * <p>May import: canonical ledger access store paging security problem.
 *
 * <p>Never: updates or deletes a row; knows the vendor or what the current state is.
 */
package io.livenessledger.record.history;
