package io.livenessledger.ledger.check.run;

import io.livenessledger.canonical.Digest;
import io.livenessledger.ledger.check.LoggedLeaf;
import io.livenessledger.ledger.log.LoggedCheckpoint;
import io.livenessledger.merkle.Frontier;
import io.livenessledger.merkle.Tile;
import io.livenessledger.merkle.TileHashes;
import io.livenessledger.merkle.TreeHash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Builds the tree anew from the leaves, page after page, and compares it with what is stored. Where
 * a leaf and the stored tile differ, one of the two was altered: the walk goes on with the other
 * one, so that a finding does not become many.
 */
final class TreeWalk {
  private final Frontier frontier = Frontier.empty();
  private final Findings findings;
  private int otherRoots;

  TreeWalk(Findings findings) {
    this.findings = findings;
  }

  /**
   * Leaves from a multiple of 256 on, and what is stored of their part of the tree.
   *
   * @param leaves in order; data is null where the entry, and entry 0 where the leaf itself is gone
   * @param tiles stored level 0 tiles over these leaves
   */
  record Page(long start, List<LoggedLeaf> leaves, List<TileHashes> tiles) {
    Map<Long, TileHashes> tilesByIndex() {
      return tiles.stream()
          .collect(Collectors.toMap(t -> t.tile().index(), Function.identity(), TileHashes::wider));
    }
  }

  /**
   * What comes out of a page before it is decided who was altered.
   *
   * @param hashes of the leaves' data; null where there is none
   * @param disputed indices of the level 0 tiles that differ from them
   */
  record Hashed(Page page, List<Digest> hashes, Set<Long> disputed) {}

  /** Hashes the leaves and looks for tiles that say otherwise. */
  static Hashed hash(Page page) {
    List<Digest> hashes = new ArrayList<>(page.leaves().size());
    Set<Long> disputed = new HashSet<>();
    Map<Long, TileHashes> tiles = page.tilesByIndex();
    for (LoggedLeaf leaf : page.leaves()) {
      Digest hash = leaf.data() == null ? null : TreeHash.ofLeaf(leaf.data());
      hashes.add(hash);
      if (hash == null || !hash.equals(stored(tiles, leaf.index()))) {
        disputed.add(leaf.index() / Tile.FULL);
      }
    }
    return new Hashed(page, hashes, disputed);
  }

  private static Digest stored(Map<Long, TileHashes> tiles, long index) {
    TileHashes tile = tiles.get(index / Tile.FULL);
    int place = (int) (index % Tile.FULL);
    return tile == null || tile.tile().width() <= place ? null : tile.hash(place);
  }

  /**
   * Adds a page to the tree.
   *
   * @param genuine indices of those disputed tiles that the rest of the tree vouches for
   * @param checkpoints whose size is within the page, by size
   * @return tiles of the levels above that became full
   */
  List<TileHashes> add(Hashed hashed, Set<Long> genuine, List<LoggedCheckpoint> checkpoints) {
    List<Digest> agreed = agreed(hashed, genuine);
    List<TileHashes> full = new ArrayList<>();
    int from = 0;
    for (LoggedCheckpoint checkpoint : checkpoints) {
      int to = (int) (checkpoint.size() - hashed.page().start());
      full.addAll(frontier.append(agreed.subList(from, to)));
      from = to;
      compareRoot(checkpoint);
    }
    full.addAll(frontier.append(agreed.subList(from, agreed.size())));
    return full.stream().filter(tile -> tile.tile().level() > 0).toList();
  }

  private List<Digest> agreed(Hashed hashed, Set<Long> genuine) {
    Map<Long, TileHashes> tiles = hashed.page().tilesByIndex();
    List<Digest> agreed = new ArrayList<>(hashed.hashes());
    Map<Long, Boolean> told = new HashMap<>();
    for (int i = 0; i < agreed.size(); i++) {
      LoggedLeaf leaf = hashed.page().leaves().get(i);
      long tile = leaf.index() / Tile.FULL;
      if (hashed.disputed().contains(tile)) {
        Digest stored = stored(tiles, leaf.index());
        Digest hash = hashed.hashes().get(i);
        if (hash == null || (genuine.contains(tile) && !hash.equals(stored))) {
          tellLeaf(leaf);
          agreed.set(i, stored == null ? TreeHash.empty() : stored);
        } else if (!hash.equals(stored) && told.put(tile, true) == null) {
          tellTile(tiles.get(tile), tile);
        }
      }
    }
    return agreed;
  }

  private void tellLeaf(LoggedLeaf leaf) {
    if (leaf.entry() == 0) {
      findings.add("leaf", leaf.index(), "The leaf is gone.");
    } else if (leaf.data() == null) {
      findings.add("leaf", leaf.index(), "Its ledger entry " + leaf.entry() + " is gone.");
    } else {
      findings.add(
          "leaf",
          leaf.index(),
          "Its data (ledger entry " + leaf.entry() + ") is not what the tree was built from.");
    }
  }

  private void tellTile(TileHashes stored, long index) {
    if (stored == null) {
      findings.add("tile", new Tile(0, index, Tile.FULL).path(), "The tile is gone.");
    } else {
      tellAltered(stored.tile());
    }
  }

  private void tellAltered(Tile tile) {
    findings.add("tile", tile.path(), "Its hashes are not those of what lies below it.");
  }

  private void compareRoot(LoggedCheckpoint checkpoint) {
    if (!frontier.root().equals(checkpoint.root()) && otherRoots++ == 0) {
      findings.add(
          "checkpoint",
          checkpoint.number(),
          "The leaves below size "
              + checkpoint.size()
              + " do not make its root; later checkpoints with other roots are not listed.");
    }
  }

  /** Compares recomputed tiles above level 0 with the stored ones. */
  void compare(List<TileHashes> computed, List<TileHashes> stored) {
    Map<Tile, TileHashes> byPlace =
        stored.stream()
            .collect(
                Collectors.toMap(t -> t.tile().full(), Function.identity(), TileHashes::wider));
    for (TileHashes tile : computed) {
      TileHashes found = byPlace.get(tile.tile().full());
      if (found == null || found.tile().width() < tile.tile().width()) {
        findings.add("tile", tile.tile().path(), "The tile is gone.");
      } else if (!Digest.sha256(found.prefix(tile.tile().width()).bytes())
          .equals(Digest.sha256(tile.bytes()))) {
        tellAltered(tile.tile());
      }
    }
  }

  /** The partial tiles above level 0 of the tree so far. */
  List<TileHashes> edge() {
    return frontier.edge().stream().filter(tile -> tile.tile().level() > 0).toList();
  }

  long size() {
    return frontier.size();
  }

  Digest root() {
    return frontier.root();
  }
}
