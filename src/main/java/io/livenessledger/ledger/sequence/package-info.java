/**
 * Owns: the sequencer — committed entries to leaves, tiles and checkpoints, one replica at a time.
 *
 * <p>May import: merkle canonical store problem; of the ledger, {@code ledger.log}.
 *
 * <p>Never: skips a committed entry; signs a tree that does not continue the one signed before.
 */
package io.livenessledger.ledger.sequence;
