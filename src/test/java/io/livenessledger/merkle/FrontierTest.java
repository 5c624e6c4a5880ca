package io.livenessledger.merkle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.livenessledger.canonical.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** However a tree grows, its tiles and root are those of the definition. */
class FrontierTest {
  private final Reference reference = new Reference();
  private final Random random = new Random(256);

  @Test
  void everyRootUpToTwoTilesIsTheDefinitions() {
    Frontier frontier = Frontier.empty();
    for (int size = 0; size <= 520; size++) {
      assertEquals(reference.root(0, size), frontier.root(), "size " + size);
      frontier.append(Reference.leafHashes(size, size + 1));
    }
  }

  @Test
  void tilesOfATreeThatGrowsInBatchesAreTheDefinitions() {
    Frontier frontier = Frontier.empty();
    int fullTiles = 0;
    while (frontier.size() < 70_000) {
      long size = frontier.size();
      int batch = random.nextInt(3) == 0 ? random.nextInt(5) : random.nextInt(9000);
      List<TileHashes> full = frontier.append(Reference.leafHashes(size, size + batch));
      full.forEach(this::assertDefined);
      fullTiles += full.size();

      List<TileHashes> edge = frontier.edge();
      edge.forEach(this::assertDefined);
      assertEquals(reference.root(0, frontier.size()), frontier.root());
      // Goes on from what was stored, as another replica would
      frontier = Frontier.of(frontier.size(), edge);
    }
    assertEquals(frontier.size() / 256 + frontier.size() / 65_536, fullTiles);
  }

  private void assertDefined(TileHashes tile) {
    assertArrayEquals(reference.tile(tile.tile()).bytes(), tile.bytes(), tile.toString());
  }

  @Test
  void tilesOfAnotherSizeAreRefused() {
    Frontier frontier = Frontier.empty();
    frontier.append(Reference.leafHashes(0, 300));
    List<TileHashes> edge = frontier.edge();
    List<TileHashes> surplus = new ArrayList<>(edge);
    surplus.add(edge.get(0));

    assertEquals(2, edge.size());
    assertRefused(299, edge);
    assertRefused(301, edge);
    assertRefused(556, edge);
    assertRefused(300, edge.subList(0, 1));
    assertRefused(300, edge.subList(1, 2));
    assertRefused(300, surplus);
    assertRefused(0, edge);
    assertRefused(300, List.of());
    assertEquals(TreeHash.empty(), Frontier.of(0, List.of()).root());
  }

  private static void assertRefused(long size, List<TileHashes> edge) {
    assertThrows(IllegalArgumentException.class, () -> Frontier.of(size, edge), "size " + size);
  }

  @Test
  void aTileHasAsManyHashesAsItIsWide() {
    assertThrows(
        IllegalArgumentException.class, () -> new TileHashes(new Tile(0, 0, 2), new byte[32]));
    TileHashes tile = reference.tile(new Tile(0, 0, 5));
    assertEquals(Digest.sha256(new byte[] {0}, Reference.data(3)), tile.hash(3));
    assertEquals(reference.root(0, 5), tile.root());
    assertEquals(reference.root(0, 3), tile.prefix(3).root());
    assertThrows(IndexOutOfBoundsException.class, () -> tile.hash(5));
  }
}
