package io.livenessledger.ledger.log;

import io.livenessledger.canonical.Digest;
import io.livenessledger.merkle.InclusionProof;

/**
 * That an entry is in the log.
 *
 * @param inclusion of the leaf in the tree of the checkpoint
 * @param root of that tree
 * @param checkpoint the signed note, as served
 * @param leaf the leaf's data
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record EntryProof(InclusionProof inclusion, Digest root, String checkpoint, byte[] leaf) {}
