package io.livenessledger.merkle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.canonical.Digest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every leaf of every tree up to one more than a tile is proven, and nothing else is. */
class InclusionProofTest {
  private static final int LARGEST = 257;

  private final Reference reference = new Reference();
  private final Random random = new Random(6962);

  @Test
  void everyLeafOfEveryTreeIsProven() {
    for (int size = 1; size <= LARGEST; size++) {
      for (int index = 0; index < size; index++) {
        InclusionProof proof = proof(index, size);

        assertEquals(reference.path(index, 0, size), proof.hashes(), index + " in " + size);
        proof.verify(leaf(index), reference.root(0, size));
      }
    }
  }

  /** Some seventy million changes, so on all processors at once. */
  @Test
  void everyFlippedBitIsRejected() {
    List<Case> cases = new ArrayList<>();
    for (int size = 1; size <= LARGEST; size++) {
      for (int index = 0; index < size; index++) {
        cases.add(new Case(proof(index, size), leaf(index), reference.root(0, size)));
      }
    }

    List<String> accepted =
        cases.parallelStream().flatMap(InclusionProofTest::acceptedChanges).toList();

    assertEquals(LARGEST * (LARGEST + 1) / 2, cases.size());
    assertEquals(List.of(), accepted);
  }

  /** A proof that holds. */
  private record Case(InclusionProof proof, Digest leaf, Digest root) {
    /** As {@code verify}, without the price of its exception. */
    boolean holds(Digest otherLeaf, List<Digest> otherHashes, Digest otherRoot) {
      return new InclusionProof(proof.index(), proof.size(), otherHashes)
          .rootOf(otherLeaf)
          .equals(otherRoot);
    }
  }

  private static Stream<String> acceptedChanges(Case proven) {
    List<String> accepted = new ArrayList<>();
    List<Digest> hashes = proven.proof.hashes();
    assertTrue(proven.holds(proven.leaf, hashes, proven.root));
    for (int bit = 0; bit < 256; bit++) {
      if (proven.holds(flipped(proven.leaf, bit), hashes, proven.root)
          || proven.holds(proven.leaf, hashes, flipped(proven.root, bit))) {
        accepted.add(proven + ", leaf or root, bit " + bit);
      }
      for (int i = 0; i < hashes.size(); i++) {
        List<Digest> changed = new ArrayList<>(hashes);
        changed.set(i, flipped(hashes.get(i), bit));
        if (proven.holds(proven.leaf, changed, proven.root)) {
          accepted.add(proven + ", hash " + i + ", bit " + bit);
        }
      }
    }
    return accepted.stream();
  }

  /** That verifying is comparing with the computed root, which the test above relies on. */
  @Test
  void aFlippedBitOfLeafRootOrHashFailsToVerify() {
    for (int size = 1; size <= LARGEST; size++) {
      for (int index = 0; index < size; index++) {
        InclusionProof proof = proof(index, size);
        Digest root = reference.root(0, size);
        int bit = random.nextInt(256);
        assertRejected(proof, flipped(leaf(index), bit), root);
        assertRejected(proof, leaf(index), flipped(root, bit));
        for (int i = 0; i < proof.hashes().size(); i++) {
          List<Digest> hashes = new ArrayList<>(proof.hashes());
          hashes.set(i, flipped(hashes.get(i), bit));
          assertRejected(new InclusionProof(index, size, hashes), leaf(index), root);
        }
      }
    }
  }

  @Test
  void everyFlippedBitOfTheIndexIsRejected() {
    for (int size = 1; size <= LARGEST; size++) {
      for (int index = 0; index < size; index++) {
        InclusionProof proof = proof(index, size);
        Digest root = reference.root(0, size);
        for (int bit = 0; bit < 63; bit++) {
          assertRejected(
              new InclusionProof(index ^ (1L << bit), size, proof.hashes()), leaf(index), root);
        }
        assertRejected(new InclusionProof(~index, size, proof.hashes()), leaf(index), root);
      }
    }
  }

  /**
   * A changed size is another tree, with another root. With the same root it fails too, unless both
   * trees lead from the leaf to the root by the same way: a proof knows a size by its shape alone.
   */
  @Test
  void everyFlippedBitOfTheSizeIsRejected() {
    for (int size = 1; size <= LARGEST; size++) {
      for (int index = 0; index < size; index++) {
        InclusionProof proof = proof(index, size);
        for (int bit = 0; bit < 63; bit++) {
          long other = size ^ (1L << bit);
          InclusionProof changed = new InclusionProof(index, other, proof.hashes());
          if (index >= other
              || ProofPlan.inclusion(index, other).length() != proof.hashes().size()) {
            assertRejected(changed, leaf(index), reference.root(0, size));
          } else {
            assertRejected(changed, leaf(index), reference.root(0, other));
          }
        }
      }
    }
  }

  /** A proof can be right for several sizes of tree, but then the root is another. */
  @Test
  void aProofForAnotherSizeNeverLeadsToItsRoot() {
    for (int size = 1; size <= 66; size++) {
      for (int other = 1; other <= 66; other++) {
        for (int index = 0; index < Math.min(size, other) && size != other; index++) {
          InclusionProof proof = new InclusionProof(index, other, proof(index, size).hashes());
          assertRejected(proof, leaf(index), reference.root(0, other));
        }
      }
    }
  }

  @Test
  void missingAndSurplusHashesAreRejectedBeforeHashing() {
    for (int size = 1; size <= 66; size++) {
      for (int index = 0; index < size; index++) {
        List<Digest> hashes = proof(index, size).hashes();
        List<Digest> more = new ArrayList<>(hashes);
        more.add(leaf(index));
        assertRejected(new InclusionProof(index, size, more), leaf(index), reference.root(0, size));
        if (!hashes.isEmpty()) {
          List<Digest> fewer = hashes.subList(0, hashes.size() - 1);
          InclusionProof proof = new InclusionProof(index, size, fewer);
          assertRejected(proof, leaf(index), reference.root(0, size));
        }
      }
    }
    InclusionProof ofNothing = new InclusionProof(0, 0, List.of());
    assertRejected(ofNothing, leaf(0), reference.root(0, 0));
  }

  @Test
  void theVectorsOfCertificateTransparency() {
    List<Digest> leaves = Vectors.LEAVES.stream().map(TreeHash::ofLeaf).toList();
    for (int size = 1; size <= leaves.size(); size++) {
      Digest root = TreeHash.ofTree(leaves.subList(0, size));
      assertEquals(Vectors.ROOTS.get(size - 1), root.hex());
    }
    Digest root = Digest.ofBytes(HexFormat.of().parseHex(Vectors.ROOTS.get(7)));
    new InclusionProof(0, 8, Vectors.PATH_OF_0_IN_8).verify(leaves.get(0), root);
    assertEquals(
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", TreeHash.empty().hex());
  }

  /** All leaves alike: roots of perfect subtrees are known without hashing 2^40 leaves. */
  @Test
  void hugeTreesAreProvenFromTheirTiles() {
    Alike alike = new Alike();
    for (int i = 0; i < 300; i++) {
      long size = 1 + (random.nextLong() >>> (24 + random.nextInt(38)));
      long index = Math.floorMod(random.nextLong(), size);
      ProofPlan plan = ProofPlan.inclusion(index, size);
      InclusionProof proof = new InclusionProof(index, size, plan.hashes(alike::tile));

      proof.verify(alike.leaf(), alike.root(size));
      assertRejected(proof, flipped(alike.leaf(), i % 256), alike.root(size));
      assertTrue(plan.length() <= 41);
    }
  }

  @Test
  void onlyAnnouncedTilesAreAskedFor() {
    for (int i = 0; i < 100; i++) {
      int size = 1 + random.nextInt(70_000);
      ProofPlan plan = ProofPlan.inclusion(random.nextInt(size), size);
      plan.hashes(
          tile -> {
            assertTrue(plan.tiles().contains(tile), tile.path());
            return new TileHashes(tile, new byte[tile.width() * 32]);
          });
    }
    assertThrows(IllegalArgumentException.class, () -> ProofPlan.inclusion(1, 1));
    assertThrows(IllegalArgumentException.class, () -> ProofPlan.inclusion(-1, 1));
  }

  private InclusionProof proof(long index, long size) {
    return new InclusionProof(
        index, size, ProofPlan.inclusion(index, size).hashes(reference::tile));
  }

  private Digest leaf(long index) {
    return reference.root(index, index + 1);
  }

  static Digest flipped(Digest digest, int bit) {
    byte[] bytes = digest.bytes();
    bytes[bit / 8] ^= (byte) (1 << (bit % 8));
    return Digest.ofBytes(bytes);
  }

  private static void assertRejected(InclusionProof proof, Digest leaf, Digest root) {
    assertThrows(InvalidProofException.class, () -> proof.verify(leaf, root), proof::toString);
  }
}
