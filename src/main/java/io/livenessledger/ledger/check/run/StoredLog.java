package io.livenessledger.ledger.check.run;

import io.livenessledger.canonical.Digest;
import io.livenessledger.ledger.check.LoggedLeaf;
import io.livenessledger.ledger.check.run.TreeWalk.Page;
import io.livenessledger.ledger.log.LogTables;
import io.livenessledger.ledger.log.LoggedCheckpoint;
import io.livenessledger.merkle.Frontier;
import io.livenessledger.merkle.Tile;
import io.livenessledger.merkle.TileHashes;
import io.livenessledger.store.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
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
  private static final String CHECKPOINTS =
      """
      select number, tree_size, root, note, published_at from ledger_checkpoint
       where number > $1 order by number limit $2
      """;
  private static final String SKIPPED =
      """
      select id from ledger_entry e
       where not exists (select from ledger_leaf l where l.entry = e.id)
         and not exists (select from ledger_pending p where p.entry = e.id)
       order by id limit 1000
      """;

  private final Transactions transactions;

  StoredLog(Transactions transactions) {
    this.transactions = transactions;
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
                        LogTables.tiles(connection, tiles)
                            .map(found -> new Page(from, leaves, found))));
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
        : transactions.readOn(connection -> LogTables.tiles(connection, wanted));
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

  /** The latest checkpoint; null before the first. */
  Uni<LoggedCheckpoint> lastCheckpoint() {
    return transactions.readOn(LogTables::lastCheckpoint);
  }

  /** Committed entries that neither have a place in line nor wait for one; the first thousand. */
  Uni<List<Long>> skipped() {
    return transactions.readOn(
        connection -> connection.preparedQuery(SKIPPED).execute().map(StoredLog::ids));
  }

  private static List<Long> ids(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).map(row -> row.getLong("id")).toList();
  }

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
