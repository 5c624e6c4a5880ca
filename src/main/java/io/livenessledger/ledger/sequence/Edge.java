package io.livenessledger.ledger.sequence;

import io.livenessledger.canonical.Digest;
import io.livenessledger.ledger.log.LogTables.EdgeTile;
import io.livenessledger.ledger.log.TamperedLogException;
import io.livenessledger.merkle.Frontier;
import io.livenessledger.merkle.Tile;
import io.livenessledger.merkle.TileHashes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tree's right edge between the table {@code ledger_edge} and the arithmetic. */
final class Edge {
  private static final byte[] EMPTY = {};

  private Edge() {}

  /**
   * The frontier that the stored edge tells.
   *
   * @throws TamperedLogException when the stored tiles do not fit each other
   */
  static Frontier frontier(List<EdgeTile> stored) {
    long size = 0;
    List<TileHashes> tiles = new ArrayList<>();
    for (EdgeTile tile : stored) {
      int width = tile.hashes().length / Digest.SIZE;
      if (tile.level() == 0) {
        size = tile.index() * Tile.FULL + width;
      }
      if (width > 0) {
        tiles.add(new TileHashes(new Tile(tile.level(), tile.index(), width), tile.hashes()));
      }
    }
    try {
      return Frontier.of(size, tiles);
    } catch (IllegalArgumentException unfit) {
      throw new TamperedLogException(
          "The stored edge of the tree is not one: " + unfit.getMessage());
    }
  }

  /** What is to be stored of the frontier: every level it has, also where the tile is empty. */
  static List<EdgeTile> of(Frontier frontier) {
    Map<Integer, TileHashes> partial = new HashMap<>();
    frontier.edge().forEach(tile -> partial.put(tile.tile().level(), tile));
    List<EdgeTile> edge = new ArrayList<>();
    int level = 0;
    for (long hashes = frontier.size(); hashes > 0; hashes /= Tile.FULL) {
      TileHashes tile = partial.get(level);
      edge.add(new EdgeTile(level, hashes / Tile.FULL, tile == null ? EMPTY : tile.bytes()));
      level++;
    }
    return edge;
  }
}
