package io.livenessledger.merkle;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a hash tile stands (C2SP tlog-tiles): up to 256 consecutive hashes of perfect subtrees of
 * {@code 256^level} leaves each.
 *
 * @param level 0 to 63
 * @param index within the level, from 0
 * @param width number of hashes, 1 to 256
 */
public record Tile(int level, long index, int width) {
  /** Hashes in a full tile. */
  public static final int FULL = 256;

  /** Levels of the tree that one tile spans. */
  static final int HEIGHT = 8;

  private static final Pattern PATH = Pattern.compile("tile/(0|[1-9][0-9]?)/([^.]+)(\\.p/.+)?");

  public Tile {
    if (level < 0 || level > 63 || index < 0 || width < 1 || width > FULL) {
      throw new IllegalArgumentException("no tile: " + level + "/" + index + "/" + width);
    }
  }

  /** The tile that has a given hash of its level, in the width it has in a tree of a size. */
  static Tile containing(int level, long hash, long size) {
    long index = hash / FULL;
    long hashes = size >>> (HEIGHT * level);
    return new Tile(level, index, (int) Math.min(FULL, hashes - index * FULL));
  }

  public boolean isFull() {
    return width == FULL;
  }

  /** The same place with all of its hashes. */
  public Tile full() {
    return new Tile(level, index, FULL);
  }

  /** {@code tile/<L>/<N>[.p/<W>]}. */
  public String path() {
    return "tile/" + level + "/" + TilePath.of(index, width);
  }

  /** Reads a path; empty unless it is exactly what {@link #path} gives. */
  public static Optional<Tile> parse(String path) {
    Matcher matcher = PATH.matcher(path);
    if (!matcher.matches() || Integer.parseInt(matcher.group(1)) > 63) {
      return Optional.empty();
    }
    int level = Integer.parseInt(matcher.group(1));
    return TilePath.parse(path.substring(matcher.start(2)))
        .map(place -> new Tile(level, place.index(), place.width()));
  }
}
