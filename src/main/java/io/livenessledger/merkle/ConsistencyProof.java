package io.livenessledger.merkle;

import io.livenessledger.canonical.Digest;
import java.util.List;

/**
 * That a tree begins with an earlier tree (RFC 9162 §2.1.4).
 *
 * @param from size of the earlier tree
 * @param to size of the later tree
 */
public record ConsistencyProof(long from, long to, List<Digest> hashes) {
  public ConsistencyProof {
    hashes = List.copyOf(hashes);
  }

  /**
   * Checks the proof. Everything begins with the empty tree, which needs no hashes, and so does a
   * tree with itself.
   *
   * @throws InvalidProofException when the sizes and the number of hashes do not fit each other, or
   *     the roots do not follow
   */
  public void verify(Digest fromRoot, Digest toRoot) {
    requireForm();
    if (from == 0) {
      requireEqual("root of the earlier tree", TreeHash.empty(), fromRoot);
    } else if (from == to) {
      requireEqual("root of the later tree", fromRoot, toRoot);
    } else {
      requireRoots(fromRoot, toRoot);
    }
  }

  private void requireForm() {
    if (from < 0 || from > to) {
      throw new InvalidProofException("No tree grows from size " + from + " to size " + to);
    }
    int length = ProofPlan.consistency(from, to).length();
    if (hashes.size() != length) {
      throw new InvalidProofException(
          "A proof from size "
              + from
              + " to size "
              + to
              + " has "
              + length
              + " hashes, not "
              + hashes.size());
    }
  }

  /** RFC 9162 §2.1.4.2; the two paths climb together until they meet. */
  private void requireRoots(Digest fromRoot, Digest toRoot) {
    int complete = Long.numberOfTrailingZeros(from);
    long first = (from - 1) >> complete;
    long second = (to - 1) >> complete;
    boolean startsAtRoot = first == 0;
    Digest firstHash = startsAtRoot ? fromRoot : hashes.get(0);
    Digest secondHash = firstHash;
    for (Digest hash : hashes.subList(startsAtRoot ? 0 : 1, hashes.size())) {
      if ((first & 1) == 1 || first == second) {
        firstHash = TreeHash.ofNode(hash, firstHash);
        secondHash = TreeHash.ofNode(hash, secondHash);
        // A left child without a sibling yet is its parent's hash: climb past it
        int skipped = first == 0 ? 0 : Long.numberOfTrailingZeros(first);
        first >>= skipped;
        second >>= skipped;
      } else {
        secondHash = TreeHash.ofNode(secondHash, hash);
      }
      first >>= 1;
      second >>= 1;
    }
    requireEqual("root of the earlier tree", firstHash, fromRoot);
    requireEqual("root of the later tree", secondHash, toRoot);
  }

  private void requireEqual(String what, Digest computed, Digest given) {
    if (!computed.equals(given)) {
      throw new InvalidProofException(
          "From size "
              + from
              + " to "
              + to
              + ": "
              + what
              + " is "
              + computed
              + ", expected "
              + given);
    }
  }
}
