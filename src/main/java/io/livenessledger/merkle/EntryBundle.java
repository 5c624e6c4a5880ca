package io.livenessledger.merkle;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where an entry bundle stands (C2SP tlog-tiles): the data of up to 256 consecutive leaves.
 *
 * @param index of the bundle, from 0
 * @param width number of leaves, 1 to 256
 */
public record EntryBundle(long index, int width) {
  private static final String PREFIX = "tile/entries/";
  private static final int LONGEST = 0xffff;

  public EntryBundle {
    if (index < 0 || width < 1 || width > Tile.FULL) {
      throw new IllegalArgumentException("no entry bundle: " + index + "/" + width);
    }
  }

  /** {@code tile/entries/<N>[.p/<W>]}. */
  public String path() {
    return PREFIX + TilePath.of(index, width);
  }

  /** Reads a path; empty unless it is exactly what {@link #path} gives. */
  public static Optional<EntryBundle> parse(String path) {
    return path.startsWith(PREFIX)
        ? TilePath.parse(path.substring(PREFIX.length()))
            .map(place -> new EntryBundle(place.index(), place.width()))
        : Optional.empty();
  }

  /**
   * The bytes of a bundle: each leaf's data after its length as a big-endian uint16.
   *
   * @throws IllegalArgumentException when data is longer than 65,535 bytes
   */
  public static byte[] encode(List<byte[]> leaves) {
    ByteBuffer bytes =
        ByteBuffer.allocate(leaves.stream().mapToInt(leaf -> Short.BYTES + leaf.length).sum());
    for (byte[] leaf : leaves) {
      if (leaf.length > LONGEST) {
        throw new IllegalArgumentException("Leaf data has " + leaf.length + " bytes");
      }
      bytes.putShort((short) leaf.length).put(leaf);
    }
    return bytes.array();
  }

  /**
   * The leaves' data.
   *
   * @throws IllegalArgumentException when the bytes end in the middle of a leaf
   */
  public static List<byte[]> decode(byte[] bundle) {
    ByteBuffer bytes = ByteBuffer.wrap(bundle);
    List<byte[]> leaves = new ArrayList<>();
    try {
      while (bytes.hasRemaining()) {
        byte[] leaf = new byte[Short.toUnsignedInt(bytes.getShort())];
        bytes.get(leaf);
        leaves.add(leaf);
      }
    } catch (BufferUnderflowException cutOff) {
      throw new IllegalArgumentException("The entry bundle ends in the middle of a leaf", cutOff);
    }
    return leaves;
  }
}
