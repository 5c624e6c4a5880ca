/**
 * Owns: the feed of changes of records, in the order of their leaves: pages, waiting, streams.
 *
 * <p>May import: ledger access store paging security problem; of records, their ids and who may see
 * them.
 *
 * <p>Never: shows content; writes: what a change is the database notes with the observation
 * (V0012).
 */
package io.livenessledger.record.change;
