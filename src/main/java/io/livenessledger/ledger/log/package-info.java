/**
 * Owns: the log on disk — entries, their place in line, tiles, checkpoints — and proofs from it.
 *
 * <p>May import: merkle canonical store problem.
 *
 * <p>Never: knows what a leaf means; rewrites what was sequenced.
 */
package io.livenessledger.ledger.log;
