/**
 * Owns: the log's HTTP surface, what operators see of it, and (in {@code ledger.log} and {@code
 * ledger.sequence}) the log on disk — sequence, integrate, publish, prove — and (in {@code
 * ledger.check}) its self-check.
 *
 * <p>May import: merkle canonical store security problem.
 *
 * <p>Never: knows what a leaf means; whoever appends does.
 */
package io.livenessledger.ledger;
