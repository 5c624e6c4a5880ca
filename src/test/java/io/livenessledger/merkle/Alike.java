package io.livenessledger.merkle;

import io.livenessledger.canonical.Digest;
import java.util.ArrayList;
import java.util.List;

/** Trees of any size whose leaves are all the same. */
final class Alike {
  private final List<Digest> perfect = new ArrayList<>(List.of(TreeHash.ofLeaf(new byte[0])));

  Digest leaf() {
    return perfect.get(0);
  }

  /** Root of the perfect tree of {@code 2^height} leaves. */
  private Digest perfect(int height) {
    while (perfect.size() <= height) {
      Digest below = perfect.get(perfect.size() - 1);
      perfect.add(TreeHash.ofNode(below, below));
    }
    return perfect.get(height);
  }

  Digest root(long size) {
    Digest root = null;
    for (int height = 0; size >>> height > 0; height++) {
      if ((size >>> height & 1) == 1) {
        root = root == null ? perfect(height) : TreeHash.ofNode(perfect(height), root);
      }
    }
    return root == null ? TreeHash.empty() : root;
  }

  TileHashes tile(Tile tile) {
    byte[] bytes = new byte[tile.width() * Digest.SIZE];
    for (int i = 0; i < tile.width(); i++) {
      perfect(8 * tile.level()).copyTo(bytes, i * Digest.SIZE);
    }
    return new TileHashes(tile, bytes);
  }
}
