package io.livenessledger.ledger.check.run;

import io.livenessledger.canonical.Digest;
import io.livenessledger.ledger.check.EntryRanges;
import io.livenessledger.ledger.check.LoggedLeaf;
import io.livenessledger.ledger.check.run.TreeWalk.Page;
import io.livenessledger.ledger.log.LogTables;
import io.livenessledger.ledger.log.LoggedCheckpoint;
import io.livenessledger.merkle.Frontier;
import io.livenessledger.merkle.Tile;
import io.livenessledger.merkle.TileHashes;
import io.livenessledger.store.Transactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Reads the log as it is stored, believing nothing: in pieces, each in a short transaction. */
@ApplicationScoped
class StoredLog {
  private static final String LEAVES =
      """
      select i as leaf_index, l.entry, e.leaf
        from generate_series($1::bigint, $2::bigint - 1) i
        left join ledger_leaf l on l.leaf_index = i
        left join ledger_entry e on e.id = l.entry
       order by i
      """;
  // Two rows for one place: the tree has the narrower one. What is no tile at all is not there
  private static final String TILES =
      """
      with wanted as (select * from unnest($1::smallint[], $2::bigint[]) as w (level, tile_index))
      select distinct on (level, tile_index) level, tile_index, hashes
        from (select level, tile_index, hashes from wanted join ledger_tile using (level, tile_index)
              union all
              select level, tile_index, hashes from wanted join ledger_edge using (level, tile_index)) t
       where octet_length(hashes) % 32 = 0 and octet_length(hashes) between 32 and 256 * 32
       order by level, tile_index, octet_length(hashes)
      """;
  // A root that is none is one that no note says
  private static final String CHECKPOINT =
      """
      select number, coalesce(tree_size, -1) as tree_size,
             case when octet_length(root) = 32 then root else decode(repeat('00', 32), 'hex') end as root,
             coalesce(note, '') as note, coalesce(published_at, 'epoch') as published_at
        from ledger_checkpoint
      """;
  private static final String CHECKPOINTS =
      CHECKPOINT + " where number > $1 order by number limit $2";
  private static final String LATEST = CHECKPOINT + " order by number desc limit 100";
  private static final String LEAVES_PLACED =
      "select coalesce(max(leaf_index) + 1, 0) as placed from ledger_leaf";
  // Each table is given the range: through the join it would not be deduced
  private static final String MISPLACED =
      """
      select e.id, l.entry is not null as placed
        from ledger_entry e
        left join (select entry from ledger_leaf where entry > $1 and entry <= $2) l
          on l.entry = e.id
        left join (select entry from ledger_pending where entry > $1 and entry <= $2) p
          on p.entry = e.id
       where e.id > $1 and e.id <= $2 and (l.entry is null) = (p.entry is null)
       order by e.id limit 1000
      """;

  private final Transactions transactions;
  private final EntryRanges ranges;

  StoredLog(Transactions transactions, EntryRanges ranges) {
    this.transactions = transactions;
    this.ranges = ranges;
  }

  /** The leaves from one index (included) to another (excluded) with the tiles over them. */
  Uni<Page> page(long from, long to, long treeSize) {
    List<Tile> tiles = new ArrayList<>();
    for (long index = from; index < to; index += Tile.FULL) {
      int width = (int) Math.min(Tile.FULL, treeSize - index);
      tiles.add(new Tile(0, index / Tile.FULL, width));
    }
    return transactions.readOn(
        connection ->
            leaves(connection, from, to)
                .chain(
                    leaves ->
                        tiles(connection, tiles).map(found -> new Page(from, leaves, found))));
  }

  private static Uni<List<LoggedLeaf>> leaves(SqlConnection connection, long from, long to) {
    return connection
        .preparedQuery(LEAVES)
        .execute(Tuple.of(from, to))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(StoredLog::leaf).toList());
  }

  private static LoggedLeaf leaf(Row row) {
    Long entry = row.getLong("entry");
    Buffer data = row.get(Buffer.class, "leaf");
    return new LoggedLeaf(
        row.getLong("leaf_index"),
        entry == null ? 0 : entry,
        data == null ? null : data.getBytes());
  }

  Uni<List<TileHashes>> tiles(Collection<Tile> wanted) {
    return wanted.isEmpty()
        ? Uni.createFrom().item(List.of())
        : transactions.readOn(connection -> tiles(connection, wanted));
  }

  private static Uni<List<TileHashes>> tiles(SqlConnection connection, Collection<Tile> wanted) {
    Short[] levels = wanted.stream().map(tile -> (short) tile.level()).toArray(Short[]::new);
    Long[] indices = wanted.stream().map(Tile::index).toArray(Long[]::new);
    return connection.preparedQuery(TILES).execute(Tuple.of(levels, indices)).map(LogTables::tiles);
  }

  /** Up to {@code limit} checkpoints with numbers above {@code after}, in order. */
  Uni<List<LoggedCheckpoint>> checkpoints(long after, int limit) {
    return transactions.readOn(
        connection ->
            connection
                .preparedQuery(CHECKPOINTS)
                .execute(Tuple.of(after, limit))
                .map(LogTables::checkpoints));
  }

  /** The latest hundred checkpoints, newest first. */
  Uni<List<LoggedCheckpoint>> latestCheckpoints() {
    return transactions.readOn(
        connection -> connection.preparedQuery(LATEST).execute().map(LogTables::checkpoints));
  }

  /** Leaves up to the last that has a place in line. */
  Uni<Long> placed() {
    return transactions.readOn(
        connection ->
            connection
                .preparedQuery(LEAVES_PLACED)
                .execute()
                .map(rows -> rows.iterator().next().getLong("placed")));
  }

  /** Entries that have no place and do not wait for one, or have one and wait nevertheless. */
  Multi<Misplaced> misplaced() {
    return ranges
        .ask(EntryRanges.OF_LEDGER, MISPLACED)
        .map(row -> new Misplaced(row.getLong("id"), row.getBoolean("placed")));
  }

  /**
   * An entry that is not where it belongs.
   *
   * @param placed whether it has a place
   */
  record Misplaced(long entry, boolean placed) {}

  /**
   * Those of the given level 0 tiles that the rest of the tree vouches for: a full one by its root
   * in the tile above, the last one by the checkpoint's root.
   */
  Uni<Set<Long>> vouchedFor(Collection<TileHashes> disputed, LoggedCheckpoint checkpoint) {
    List<Tile> wanted = new ArrayList<>();
    for (TileHashes tile : disputed) {
      wanted.add(new Tile(1, tile.tile().index() / Tile.FULL, Tile.FULL));
    }
    long size = checkpoint.size();
    for (int level = 0; size >>> (8 * level) > 0 && level < 8; level++) {
      long hashes = size >>> (8 * level);
      if (hashes % Tile.FULL > 0) {
        wanted.add(new Tile(level, hashes / Tile.FULL, (int) (hashes % Tile.FULL)));
      }
    }
    return tiles(new HashSet<>(wanted)).map(found -> vouchedFor(disputed, checkpoint, found));
  }

  private static Set<Long> vouchedFor(
      Collection<TileHashes> disputed, LoggedCheckpoint checkpoint, List<TileHashes> around) {
    Map<Tile, TileHashes> byPlace = new HashMap<>();
    around.forEach(tile -> byPlace.put(tile.tile().full(), tile));
    Set<Long> vouchedFor = new HashSet<>();
    for (TileHashes tile : disputed) {
      long index = tile.tile().index();
      boolean vouched =
          (index + 1) * Tile.FULL > checkpoint.size()
              ? isEdgeOf(checkpoint, byPlace)
              : tile.tile().isFull() && isHashedIn(byPlace.get(above(index)), tile);
      if (vouched) {
        vouchedFor.add(index);
      }
    }
    return vouchedFor;
  }

  private static Tile above(long index) {
    return new Tile(1, index / Tile.FULL, Tile.FULL);
  }

  private static boolean isHashedIn(TileHashes above, TileHashes tile) {
    int place = (int) (tile.tile().index() % Tile.FULL);
    return above != null && above.tile().width() > place && above.hash(place).equals(tile.root());
  }

  private static boolean isEdgeOf(LoggedCheckpoint checkpoint, Map<Tile, TileHashes> tiles) {
    List<TileHashes> edge = new ArrayList<>();
    for (int level = 0; level < 8; level++) {
      long hashes = checkpoint.size() >>> (8 * level);
      int width = (int) (hashes % Tile.FULL);
      TileHashes tile = tiles.get(new Tile(level, hashes / Tile.FULL, Tile.FULL));
      if (width > 0 && tile != null && tile.tile().width() >= width) {
        edge.add(tile.prefix(width));
      }
    }
    Digest root;
    try {
      root = Frontier.of(checkpoint.size(), edge).root();
    } catch (IllegalArgumentException incomplete) {
      return false;
    }
    return root.equals(checkpoint.root());
  }
}
