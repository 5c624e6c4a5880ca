package io.livenessledger.ledger.log;

import io.livenessledger.canonical.Digest;
import io.livenessledger.merkle.Tile;
import io.livenessledger.merkle.TileHashes;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads the log's tables (V0003). */
public final class LogTables {
  private static final String LAST_CHECKPOINT =
      """
      select number, tree_size, root, note, published_at
        from ledger_checkpoint order by number desc limit 1
      """;
  private static final String EDGE = "select level, tile_index, hashes from ledger_edge";
  // One statement sees one state: a tile that has just become full is in one of the two tables
  private static final String TILES =
      """
      with wanted as (select * from unnest($1::smallint[], $2::bigint[]) as w (level, tile_index))
      select level, tile_index, hashes from wanted join ledger_tile using (level, tile_index)
      union all
      select level, tile_index, hashes from wanted join ledger_edge using (level, tile_index)
       where octet_length(hashes) > 0
      """;
  private static final String LEAVES =
      """
      select l.leaf_index, l.entry, e.leaf
        from ledger_leaf l join ledger_entry e on e.id = l.entry
       where l.leaf_index >= $1 and l.leaf_index < $2
       order by l.leaf_index
      """;
  private static final String COVERED =
      """
      select l.leaf_index, l.entry, e.leaf, c.number, c.tree_size, c.root, c.note, c.published_at
        from ledger_leaf l
        join ledger_entry e on e.id = l.entry
        join (select * from ledger_checkpoint order by number desc limit 1) c
          on c.tree_size > l.leaf_index
       where l.entry = $1
      """;

  private LogTables() {}

  /** A leaf in its place. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record PlacedLeaf(long index, long entry, byte[] data) {}

  /** A leaf and the checkpoint that covers it. */
  record Covered(PlacedLeaf leaf, LoggedCheckpoint last) {}

  /** The rightmost tile of a level; no hashes when the one before it has just become full. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record EdgeTile(int level, long index, byte[] hashes) {}

  /** The latest checkpoint; null before the first. */
  public static Uni<LoggedCheckpoint> lastCheckpoint(SqlConnection connection) {
    return connection
        .preparedQuery(LAST_CHECKPOINT)
        .execute()
        .map(rows -> checkpoints(rows).stream().findFirst().orElse(null));
  }

  public static List<LoggedCheckpoint> checkpoints(RowSet<Row> rows) {
    return stream(rows).map(LogTables::checkpoint).toList();
  }

  private static LoggedCheckpoint checkpoint(Row row) {
    return new LoggedCheckpoint(
        row.getLong("number"),
        row.getLong("tree_size"),
        Digest.ofBytes(bytes(row, "root")),
        row.getString("note"),
        row.getOffsetDateTime("published_at").toInstant());
  }

  /** The rightmost tile of each level. */
  public static Uni<List<EdgeTile>> edge(SqlConnection connection) {
    return connection
        .preparedQuery(EDGE)
        .execute()
        .map(rows -> stream(rows).map(LogTables::edgeTile).toList());
  }

  private static EdgeTile edgeTile(Row row) {
    return new EdgeTile(row.getShort("level"), row.getLong("tile_index"), bytes(row, "hashes"));
  }

  /** The stored tiles at these places, whatever their width; those not there are left out. */
  public static Uni<List<TileHashes>> tiles(SqlConnection connection, Collection<Tile> wanted) {
    Short[] levels = wanted.stream().map(tile -> (short) tile.level()).toArray(Short[]::new);
    Long[] indices = wanted.stream().map(Tile::index).toArray(Long[]::new);
    return connection.preparedQuery(TILES).execute(Tuple.of(levels, indices)).map(LogTables::tiles);
  }

  public static List<TileHashes> tiles(RowSet<Row> rows) {
    return stream(rows).map(LogTables::tile).toList();
  }

  private static TileHashes tile(Row row) {
    byte[] hashes = bytes(row, "hashes");
    int width = hashes.length / Digest.SIZE;
    return new TileHashes(
        new Tile(row.getShort("level"), row.getLong("tile_index"), width), hashes);
  }

  /** The leaves from one index (included) to another (excluded), in order. */
  public static Uni<List<PlacedLeaf>> leaves(SqlConnection connection, long from, long to) {
    return connection.preparedQuery(LEAVES).execute(Tuple.of(from, to)).map(LogTables::leaves);
  }

  /** The leaf that an entry became, and the latest checkpoint; null while that is older. */
  static Uni<Covered> covered(SqlConnection connection, long entry) {
    return connection
        .preparedQuery(COVERED)
        .execute(Tuple.of(entry))
        .map(rows -> stream(rows).map(LogTables::covered).findFirst().orElse(null));
  }

  private static Covered covered(Row row) {
    return new Covered(leaf(row), checkpoint(row));
  }

  public static List<PlacedLeaf> leaves(RowSet<Row> rows) {
    return stream(rows).map(LogTables::leaf).toList();
  }

  private static PlacedLeaf leaf(Row row) {
    return new PlacedLeaf(row.getLong("leaf_index"), row.getLong("entry"), bytes(row, "leaf"));
  }

  private static byte[] bytes(Row row, String column) {
    return row.get(Buffer.class, column).getBytes();
  }

  private static Stream<Row> stream(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false);
  }
}
