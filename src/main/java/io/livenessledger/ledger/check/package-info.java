/**
 * Owns: self-checks that are wanted or were made, what they find, and what whoever appends leaves
 * has to provide for them ({@code FactCheck}). They are made in {@code ledger.check.run}.
 *
 * <p>May import: merkle canonical store problem; of the ledger, {@code ledger.log}.
 *
 * <p>Never: repairs anything; knows what a leaf means (each {@code FactCheck} does for its kind).
 */
package io.livenessledger.ledger.check;
