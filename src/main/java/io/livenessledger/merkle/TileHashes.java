package io.livenessledger.merkle;

import io.livenessledger.canonical.Digest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A tile with its hashes.
 *
 * @param bytes the hashes one after the other; never changed after construction, so never change
 *     them
 */
@SuppressWarnings("ArrayRecordComponent") // compared by its bytes where it is compared at all
public record TileHashes(Tile tile, byte[] bytes) {
  /** Checks that there are as many hashes as the tile is wide. */
  public TileHashes {
    if (bytes.length != tile.width() * Digest.SIZE) {
      throw new IllegalArgumentException(tile.path() + " does not have " + bytes.length + " bytes");
    }
  }

  /** The hash at a place in the tile. */
  public Digest hash(int place) {
    return Digest.ofBytes(bytes, place * Digest.SIZE);
  }

  /** The hashes from one place (included) to another (excluded). */
  public List<Digest> hashes(int from, int to) {
    List<Digest> hashes = new ArrayList<>(to - from);
    for (int place = from; place < to; place++) {
      hashes.add(hash(place));
    }
    return hashes;
  }

  /** The Merkle tree hash over all hashes of the tile. */
  public Digest root() {
    return TreeHash.ofTree(hashes(0, tile.width()));
  }

  /** The same tile as it was when it had fewer hashes. */
  public TileHashes prefix(int width) {
    return width == tile.width()
        ? this
        : new TileHashes(
            new Tile(tile.level(), tile.index(), width), Arrays.copyOf(bytes, width * Digest.SIZE));
  }

  /** Of two that claim one place, which only a forgery makes, the wider one. */
  public TileHashes wider(TileHashes other) {
    return other.tile.width() > tile.width() ? other : this;
  }

  @Override
  public String toString() {
    return tile.path();
  }
}
