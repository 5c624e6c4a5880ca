package io.livenessledger.merkle;

import io.livenessledger.canonical.Digest;
import java.util.List;

/**
 * That a leaf is in a tree (RFC 9162 §2.1.3).
 *
 * @param index of the leaf
 * @param size of the tree
 * @param hashes from the leaf's sibling up to the root's child
 */
public record InclusionProof(long index, long size, List<Digest> hashes) {
  public InclusionProof {
    hashes = List.copyOf(hashes);
  }

  /**
   * The root of the tree that the leaf is in, if the proof is right.
   *
   * @throws InvalidProofException when there can be no such proof: the index is not in the tree, or
   *     the number of hashes is not the one for this index and size
   */
  public Digest rootOf(Digest leafHash) {
    requireForm();
    // Levels below the one where the paths of this and of the last leaf meet have a sibling each
    int inner = Long.SIZE - Long.numberOfLeadingZeros(index ^ (size - 1));
    Digest hash = leafHash;
    for (int level = 0; level < hashes.size(); level++) {
      Digest sibling = hashes.get(level);
      boolean siblingIsRight = level < inner && (index >> level & 1) == 0;
      hash = siblingIsRight ? TreeHash.ofNode(hash, sibling) : TreeHash.ofNode(sibling, hash);
    }
    return hash;
  }

  /**
   * Checks the proof.
   *
   * @throws InvalidProofException as {@link #rootOf}, or when the root is another
   */
  public void verify(Digest leafHash, Digest root) {
    Digest computed = rootOf(leafHash);
    if (!computed.equals(root)) {
      throw new InvalidProofException(
          "Leaf " + index + " leads to root " + computed + ", expected " + root);
    }
  }

  private void requireForm() {
    if (index < 0 || index >= size) {
      throw new InvalidProofException("Leaf " + index + " is not in a tree of size " + size);
    }
    int length = ProofPlan.inclusion(index, size).length();
    if (hashes.size() != length) {
      throw new InvalidProofException(
          "A proof of leaf "
              + index
              + " in a tree of size "
              + size
              + " has "
              + length
              + " hashes, not "
              + hashes.size());
    }
  }
}
