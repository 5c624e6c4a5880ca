package io.livenessledger.merkle;

import io.livenessledger.canonical.Digest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What a proof is made of: first which tiles it needs, then, from these, its hashes. In between
 * somebody reads the tiles.
 */
public final class ProofPlan {
  private final long size;
  private final List<Range> ranges = new ArrayList<>();

  private ProofPlan(long size) {
    this.size = size;
  }

  /**
   * The leaves from {@code start} (included) to {@code end} (excluded): a hash of the proof covers
   * them. They begin where a perfect subtree does that is at least as large.
   */
  private record Range(long start, long end) {}

  /** A perfect subtree of {@code 2^height} leaves, the {@code index}th of its height. */
  private record Subtree(int height, long index) {}

  /**
   * Plans an inclusion proof (RFC 6962 §2.1.1).
   *
   * @throws IllegalArgumentException unless {@code 0 <= index < size}
   */
  public static ProofPlan inclusion(long index, long size) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("Leaf " + index + " is not in a tree of size " + size);
    }
    ProofPlan plan = new ProofPlan(size);
    plan.path(index, 0, size);
    return plan;
  }

  /**
   * Plans a consistency proof (RFC 6962 §2.1.2).
   *
   * @throws IllegalArgumentException unless {@code 0 <= from <= to}
   */
  public static ProofPlan consistency(long from, long to) {
    if (from < 0 || from > to) {
      throw new IllegalArgumentException("No tree grows from size " + from + " to size " + to);
    }
    ProofPlan plan = new ProofPlan(to);
    if (from > 0) {
      plan.subproof(from, 0, to);
    }
    return plan;
  }

  /** PATH of RFC 6962 §2.1.1 over the leaves from start to end. */
  private void path(long index, long start, long end) {
    if (end - start == 1) {
      return;
    }
    long middle = middle(start, end);
    if (index < middle) {
      path(index, start, middle);
      ranges.add(new Range(middle, end));
    } else {
      path(index, middle, end);
      ranges.add(new Range(start, middle));
    }
  }

  /** SUBPROOF of RFC 6962 §2.1.2; the verifier knows a hash that covers all from the first leaf. */
  private void subproof(long from, long start, long end) {
    if (from == end) {
      if (start > 0) {
        ranges.add(new Range(start, end));
      }
      return;
    }
    long middle = middle(start, end);
    if (from <= middle) {
      subproof(from, start, middle);
      ranges.add(new Range(middle, end));
    } else {
      subproof(from, middle, end);
      ranges.add(new Range(start, middle));
    }
  }

  private static long middle(long start, long end) {
    return start + Long.highestOneBit(end - start - 1);
  }

  /** How many hashes the proof has. */
  public int length() {
    return ranges.size();
  }

  /** The tiles that are needed, each as wide as it is in the tree of the proof's size. */
  public Set<Tile> tiles() {
    Set<Tile> tiles = new LinkedHashSet<>();
    ranges.forEach(range -> subtrees(range).forEach(subtree -> tiles.add(tileOf(subtree))));
    return tiles;
  }

  /**
   * The proof's hashes, in the RFC's order.
   *
   * @param tiles gives each of {@link #tiles()} with its hashes
   */
  public List<Digest> hashes(Function<Tile, TileHashes> tiles) {
    return ranges.stream().map(range -> hash(range, tiles)).toList();
  }

  private Digest hash(Range range, Function<Tile, TileHashes> tiles) {
    List<Subtree> subtrees = subtrees(range);
    Digest hash = null;
    for (int i = subtrees.size() - 1; i >= 0; i--) {
      Digest left = hash(subtrees.get(i), tiles);
      hash = hash == null ? left : TreeHash.ofNode(left, hash);
    }
    return hash;
  }

  private Digest hash(Subtree subtree, Function<Tile, TileHashes> tiles) {
    Tile tile = tileOf(subtree);
    int width = 1 << subtree.height() % Tile.HEIGHT;
    int first = (int) (subtree.index() * width - tile.index() * Tile.FULL);
    return TreeHash.ofTree(tiles.apply(tile).hashes(first, first + width));
  }

  private Tile tileOf(Subtree subtree) {
    int level = subtree.height() / Tile.HEIGHT;
    return Tile.containing(level, subtree.index() << subtree.height() % Tile.HEIGHT, size);
  }

  /** The perfect subtrees that make up a range, largest first. */
  private static List<Subtree> subtrees(Range range) {
    List<Subtree> subtrees = new ArrayList<>();
    for (long start = range.start(); start < range.end(); ) {
      long leaves = Long.highestOneBit(range.end() - start);
      int height = Long.numberOfTrailingZeros(leaves);
      subtrees.add(new Subtree(height, start >> height));
      start += leaves;
    }
    return subtrees;
  }
}
