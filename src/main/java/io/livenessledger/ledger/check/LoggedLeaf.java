package io.livenessledger.ledger.check;

/**
 * A leaf in its place.
 *
 * @param index in the log
 * @param entry id of the ledger entry that became this leaf
 * @param data as stored, unchecked
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record LoggedLeaf(long index, long entry, byte[] data) {}
