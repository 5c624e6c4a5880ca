/**
 * Owns: the making of a self-check — which replica runs it, the walk along leaves, tiles and
 * checkpoints.
 *
 * <p>May import: merkle canonical store problem; of the ledger, {@code ledger.log} and {@code
 * ledger.check}.
 *
 * <p>Never: believes a stored hash that it can compute; keeps a transaction open for long.
 */
package io.livenessledger.ledger.check.run;
