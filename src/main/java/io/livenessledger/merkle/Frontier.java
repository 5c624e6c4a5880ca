package io.livenessledger.merkle;

import io.livenessledger.canonical.Digest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The right edge of a growing tree, as tiles: all that appending needs, and all that it writes. Not
 * safe for several threads.
 */
public final class Frontier {
  private final List<Level> levels = new ArrayList<>();
  private long size;

  private Frontier() {}

  /** The rightmost tile of a level, growing. */
  private static final class Level {
    private final byte[] hashes = new byte[Tile.FULL * Digest.SIZE];
    private long index;
    private int width;

    TileHashes tile(int level) {
      return new TileHashes(
          new Tile(level, index, width), Arrays.copyOf(hashes, width * Digest.SIZE));
    }

    void add(Digest hash) {
      hash.copyTo(hashes, width++ * Digest.SIZE);
    }

    void begin(long nextIndex) {
      index = nextIndex;
      width = 0;
    }
  }

  /** The edge of the tree without leaves. */
  public static Frontier empty() {
    return new Frontier();
  }

  /**
   * The edge of a tree of a size.
   *
   * @param edge the partial tile of every level that has one
   * @throws IllegalArgumentException when these are not the partial tiles of a tree of this size
   */
  public static Frontier of(long size, List<TileHashes> edge) {
    Frontier frontier = new Frontier();
    frontier.size = size;
    int partial = 0;
    for (long hashes = size; hashes > 0; hashes /= Tile.FULL) {
      Level level = frontier.level(frontier.levels.size());
      level.begin(hashes / Tile.FULL);
      int width = (int) (hashes % Tile.FULL);
      if (width > 0) {
        level.width = width;
        byte[] bytes = tile(new Tile(frontier.levels.size() - 1, level.index, width), edge).bytes();
        System.arraycopy(bytes, 0, level.hashes, 0, bytes.length);
        partial++;
      }
    }
    if (partial != edge.size()) {
      throw new IllegalArgumentException("These are not the tiles of a tree of size " + size);
    }
    return frontier;
  }

  private static TileHashes tile(Tile wanted, List<TileHashes> edge) {
    return edge.stream()
        .filter(given -> given.tile().equals(wanted))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(wanted.path() + " is missing"));
  }

  public long size() {
    return size;
  }

  /**
   * Appends leaves.
   *
   * @return the tiles of all levels that became full, in the order in which they did
   */
  public List<TileHashes> append(List<Digest> leafHashes) {
    List<TileHashes> full = new ArrayList<>();
    for (Digest leaf : leafHashes) {
      add(0, leaf, full);
      size++;
    }
    return full;
  }

  private void add(int number, Digest hash, List<TileHashes> full) {
    Level level = level(number);
    level.add(hash);
    if (level.width == Tile.FULL) {
      TileHashes tile = level.tile(number);
      full.add(tile);
      level.begin(level.index + 1);
      add(number + 1, tile.root(), full);
    }
  }

  private Level level(int number) {
    if (number == levels.size()) {
      levels.add(new Level());
    }
    return levels.get(number);
  }

  /** The partial tiles, lowest level first; a level whose rightmost tile is full has none. */
  public List<TileHashes> edge() {
    List<TileHashes> edge = new ArrayList<>();
    for (int number = 0; number < levels.size(); number++) {
      if (levels.get(number).width > 0) {
        edge.add(levels.get(number).tile(number));
      }
    }
    return edge;
  }

  /**
   * The root of the whole tree. Above a partial tile the tree has the same form as if the tile's
   * root were one more hash of the level above: both split at the same power of two.
   */
  public Digest root() {
    Digest root = null;
    for (TileHashes tile : edge()) {
      List<Digest> hashes = new ArrayList<>(tile.hashes(0, tile.tile().width()));
      if (root != null) {
        hashes.add(root);
      }
      root = TreeHash.ofTree(hashes);
    }
    return root == null ? TreeHash.empty() : root;
  }
}
