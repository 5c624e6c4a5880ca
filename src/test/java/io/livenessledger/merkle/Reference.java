package io.livenessledger.merkle;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.livenessledger.canonical.Digest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * RFC 6962 §2.1 to the letter, over leaves that tell their number: slow, and nothing to get wrong.
 */
final class Reference {
  private final Map<String, Digest> known = new HashMap<>();

  static byte[] data(long leaf) {
    return ("leaf " + leaf).getBytes(UTF_8);
  }

  static List<Digest> leafHashes(long from, long to) {
    List<Digest> hashes = new ArrayList<>();
    for (long leaf = from; leaf < to; leaf++) {
      hashes.add(Digest.sha256(new byte[] {0}, data(leaf)));
    }
    return hashes;
  }

  /** MTH(D[from:to]). */
  Digest root(long from, long to) {
    Digest root = known.get(from + ":" + to);
    return root == null ? computed(from, to) : root;
  }

  private Digest computed(long from, long to) {
    Digest root;
    if (from == to) {
      root = Digest.sha256();
    } else if (to - from == 1) {
      root = Digest.sha256(new byte[] {0}, data(from));
    } else {
      long middle = from + split(to - from);
      root = Digest.sha256(new byte[] {1}, root(from, middle).bytes(), root(middle, to).bytes());
    }
    known.put(from + ":" + to, root);
    return root;
  }

  /** PATH(index, D[from:to]), the index counted from the tree's beginning. */
  List<Digest> path(long index, long from, long to) {
    List<Digest> path = new ArrayList<>();
    if (to - from > 1) {
      long middle = from + split(to - from);
      if (index < middle) {
        path.addAll(path(index, from, middle));
        path.add(root(middle, to));
      } else {
        path.addAll(path(index, middle, to));
        path.add(root(from, middle));
      }
    }
    return path;
  }

  /** SUBPROOF(m, D[from:to], b). */
  List<Digest> subproof(long m, long from, long to, boolean complete) {
    List<Digest> proof = new ArrayList<>();
    if (m == to) {
      if (!complete) {
        proof.add(root(from, to));
      }
      return proof;
    }
    long middle = from + split(to - from);
    if (m <= middle) {
      proof.addAll(subproof(m, from, middle, complete));
      proof.add(root(middle, to));
    } else {
      proof.addAll(subproof(m, middle, to, false));
      proof.add(root(from, middle));
    }
    return proof;
  }

  /** The largest power of two smaller than n. */
  private static long split(long n) {
    long k = 1;
    while (2 * k < n) {
      k *= 2;
    }
    return k;
  }

  /** A tile by its definition in C2SP tlog-tiles. */
  TileHashes tile(Tile tile) {
    long leaves = 1L << (8 * tile.level());
    byte[] bytes = new byte[tile.width() * Digest.SIZE];
    for (int i = 0; i < tile.width(); i++) {
      long first = (tile.index() * Tile.FULL + i) * leaves;
      root(first, first + leaves).copyTo(bytes, i * Digest.SIZE);
    }
    return new TileHashes(tile, bytes);
  }
}
