package io.livenessledger.merkle;

import io.livenessledger.canonical.Digest;
import java.util.List;

/** The hashes of RFC 6962 §2.1 (RFC 9162 §2.1.1). */
public final class TreeHash {
  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};

  private TreeHash() {}

  /** The root of the tree without leaves: the SHA-256 of nothing. */
  public static Digest empty() {
    return Digest.sha256();
  }

  /** {@code SHA-256(0x00 ‖ data)}. */
  public static Digest ofLeaf(byte[] data) {
    return Digest.sha256(LEAF, data);
  }

  /** {@code SHA-256(0x01 ‖ left ‖ right)}. */
  public static Digest ofNode(Digest left, Digest right) {
    return Digest.sha256(NODE, left.bytes(), right.bytes());
  }

  /** The Merkle tree hash over the hashes of leaves, or of perfect subtrees of one height. */
  public static Digest ofTree(List<Digest> hashes) {
    int size = hashes.size();
    if (size == 0) {
      return empty();
    }
    if (size == 1) {
      return hashes.get(0);
    }
    int split = Integer.highestOneBit(size - 1);
    return ofNode(ofTree(hashes.subList(0, split)), ofTree(hashes.subList(split, size)));
  }
}
