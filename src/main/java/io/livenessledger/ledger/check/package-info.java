/**
 * Owns: the self-check — recomputes the whole tree from the stored facts and says what differs.
 *
 * <p>May import: merkle canonical store problem; of the ledger, {@code ledger.log}.
 *
 * <p>Never: repairs anything; knows what a leaf means (each {@code FactCheck} does for its kind).
 */
package io.livenessledger.ledger.check;
