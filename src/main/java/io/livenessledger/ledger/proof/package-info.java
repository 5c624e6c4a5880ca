/**
 * Owns: proofs with what opens their commitments, in the two forms that callers read.
 *
 * <p>May import: merkle canonical store problem.
 *
 * <p>Never: waits inside a transaction; gives out a statement that its leaf does not commit to.
 */
package io.livenessledger.ledger.proof;
