package io.livenessledger.ledger.log;

import io.livenessledger.canonical.Digest;
import java.time.Instant;

/**
 * A checkpoint as stored.
 *
 * @param number 1, 2, 3 … without gaps
 * @param size of the tree
 * @param root of the tree
 * @param note the signed note, as served
 */
public record LoggedCheckpoint(
    long number, long size, Digest root, String note, Instant publishedAt) {}
