/**
 * Owns: proofs that observations are in the log, for auditors to check elsewhere.
 *
 * <p>May import: merkle canonical ledger access store paging security problem.
 *
 * <p>Never: waits inside a transaction; gives out a statement that its leaf does not commit to.
 */
package io.livenessledger.record.proof;
