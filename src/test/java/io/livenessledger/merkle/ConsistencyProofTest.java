package io.livenessledger.merkle;

import static io.livenessledger.merkle.InclusionProofTest.flipped;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.livenessledger.canonical.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Every tree up to 130 leaves is proven to begin with every smaller one, and with no other. */
class ConsistencyProofTest {
  private static final int LARGEST = 130;

  private final Reference reference = new Reference();
  private final Random random = new Random(9162);

  @Test
  void everyPairOfSizesIsProven() {
    for (int to = 0; to <= LARGEST; to++) {
      for (int from = 0; from <= to; from++) {
        ConsistencyProof proof = proof(from, to);

        List<Digest> expected = from == 0 ? List.of() : reference.subproof(from, 0, to, true);
        assertEquals(expected, proof.hashes(), from + " to " + to);
        proof.verify(reference.root(0, from), reference.root(0, to));
      }
    }
  }

  @Test
  void everyFlippedBitIsRejected() {
    for (int to = 1; to <= LARGEST; to++) {
      for (int from = 1; from <= to; from++) {
        ConsistencyProof proof = proof(from, to);
        Digest before = reference.root(0, from);
        Digest after = reference.root(0, to);
        int[] bits = to <= 9 ? random.ints(0, 256).limit(256).toArray() : new int[] {17, 250};
        for (int bit : bits) {
          assertRejected(proof, flipped(before, bit), after);
          assertRejected(proof, before, flipped(after, bit));
          for (int i = 0; i < proof.hashes().size(); i++) {
            List<Digest> hashes = new ArrayList<>(proof.hashes());
            hashes.set(i, flipped(hashes.get(i), bit));
            assertRejected(new ConsistencyProof(from, to, hashes), before, after);
          }
        }
      }
    }
  }

  @Test
  void otherLengthsAndSizesAreRejected() {
    for (int to = 1; to <= 40; to++) {
      for (int from = 1; from <= to; from++) {
        List<Digest> hashes = proof(from, to).hashes();
        Digest before = reference.root(0, from);
        Digest after = reference.root(0, to);
        List<Digest> more = new ArrayList<>(hashes);
        more.add(before);
        assertRejected(new ConsistencyProof(from, to, more), before, after);
        if (!hashes.isEmpty()) {
          List<Digest> fewer = hashes.subList(1, hashes.size());
          assertRejected(new ConsistencyProof(from, to, fewer), before, after);
        }
        for (int other = 1; other <= 40; other++) {
          if (other != from) {
            Digest otherBefore = reference.root(0, other);
            assertRejected(new ConsistencyProof(other, to, hashes), otherBefore, after);
          }
          if (other != to) {
            Digest otherAfter = reference.root(0, other);
            assertRejected(new ConsistencyProof(from, other, hashes), before, otherAfter);
          }
        }
      }
    }
    assertRejected(
        new ConsistencyProof(-1, 1, List.of()), reference.root(0, 0), reference.root(0, 1));
    assertRejected(
        new ConsistencyProof(0, 1, List.of()), reference.root(0, 1), reference.root(0, 1));
    assertThrows(IllegalArgumentException.class, () -> ProofPlan.consistency(2, 1));
    assertThrows(IllegalArgumentException.class, () -> ProofPlan.consistency(-1, 1));
  }

  @Test
  void theVectorsOfCertificateTransparency() {
    new ConsistencyProof(6, 8, Vectors.FROM_6_TO_8).verify(Vectors.root(6), Vectors.root(8));
    new ConsistencyProof(1, 8, Vectors.PATH_OF_0_IN_8).verify(Vectors.root(1), Vectors.root(8));
  }

  @Test
  void hugeTreesAreProvenFromTheirTiles() {
    Alike alike = new Alike();
    for (int i = 0; i < 300; i++) {
      long to = 1 + (random.nextLong() >>> (24 + random.nextInt(38)));
      long from = 1 + Math.floorMod(random.nextLong(), to);
      List<Digest> hashes = ProofPlan.consistency(from, to).hashes(alike::tile);
      ConsistencyProof proof = new ConsistencyProof(from, to, hashes);

      proof.verify(alike.root(from), alike.root(to));
      assertRejected(proof, flipped(alike.root(from), i % 256), alike.root(to));
    }
  }

  private ConsistencyProof proof(long from, long to) {
    return new ConsistencyProof(from, to, ProofPlan.consistency(from, to).hashes(reference::tile));
  }

  private static void assertRejected(ConsistencyProof proof, Digest before, Digest after) {
    assertThrows(InvalidProofException.class, () -> proof.verify(before, after), proof::toString);
  }
}
