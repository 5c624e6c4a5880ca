package io.livenessledger.ledger.sequence;

import io.livenessledger.ledger.log.LogTables;
import io.livenessledger.ledger.log.LogTables.EdgeTile;
import io.livenessledger.ledger.log.LogTables.PlacedLeaf;
import io.livenessledger.ledger.log.LoggedCheckpoint;
import io.livenessledger.merkle.TileHashes;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.List;

/** Writes the log's tables (V0003): the sequencer's statements, all in one transaction of its. */
final class BatchTables {
  private static final String KEYS_ONLY = "select set_config('enable_seqscan', 'off', true)";
  private static final String PENDING = "select exists (select from ledger_pending) as pending";
  private static final String PLACE =
      """
      with taken as (
        delete from ledger_pending
         where entry in (select entry from ledger_pending order by entry limit $2)
        returning entry),
      placed as (
        insert into ledger_leaf (leaf_index, entry)
        select $1 - 1 + row_number() over (order by entry), entry from taken
        returning leaf_index, entry)
      select p.leaf_index, p.entry, e.leaf
        from placed p join ledger_entry e on e.id = p.entry
       order by p.leaf_index
      """;
  private static final String WRITE_TILES =
      """
      insert into ledger_tile (level, tile_index, hashes)
      select * from unnest($1::smallint[], $2::bigint[], $3::bytea[])
      """;
  private static final String WRITE_EDGE =
      """
      insert into ledger_edge as e (level, tile_index, hashes)
      select * from unnest($1::smallint[], $2::bigint[], $3::bytea[])
      on conflict (level) do update set tile_index = excluded.tile_index, hashes = excluded.hashes
       where (e.tile_index, e.hashes) <> (excluded.tile_index, excluded.hashes)
      """;
  private static final String WRITE_CHECKPOINT =
      """
      insert into ledger_checkpoint (number, tree_size, root, note, published_at)
      values ($1, $2, $3, $4, $5)
      """;

  private BatchTables() {}

  /** Whether any committed entry waits for its place. */
  static Uni<Boolean> isPending(SqlConnection connection) {
    return connection
        .preparedQuery(PENDING)
        .execute()
        .map(rows -> rows.iterator().next().getBoolean("pending"));
  }

  /**
   * All statements of a batch go by keys. Plans made while the log was small must not be kept as
   * scans of all of it.
   */
  static Uni<Void> byKeysOnly(SqlConnection connection) {
    return connection.query(KEYS_ONLY).execute().replaceWithVoid();
  }

  /** Gives up to {@code limit} waiting entries their places from {@code size} on, in order. */
  static Uni<List<PlacedLeaf>> place(SqlConnection connection, long size, int limit) {
    return connection
        .preparedQuery(PLACE)
        .execute(Tuple.of(size, (long) limit))
        .map(LogTables::leaves);
  }

  static Uni<Void> writeTiles(SqlConnection connection, List<TileHashes> full) {
    if (full.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Short[] levels = full.stream().map(t -> (short) t.tile().level()).toArray(Short[]::new);
    Long[] indices = full.stream().map(t -> t.tile().index()).toArray(Long[]::new);
    Buffer[] hashes = full.stream().map(t -> Buffer.buffer(t.bytes())).toArray(Buffer[]::new);
    return connection
        .preparedQuery(WRITE_TILES)
        .execute(Tuple.of(levels, indices, hashes))
        .replaceWithVoid();
  }

  static Uni<Void> writeEdge(SqlConnection connection, List<EdgeTile> edge) {
    Short[] levels = edge.stream().map(t -> (short) t.level()).toArray(Short[]::new);
    Long[] indices = edge.stream().map(EdgeTile::index).toArray(Long[]::new);
    Buffer[] hashes = edge.stream().map(t -> Buffer.buffer(t.hashes())).toArray(Buffer[]::new);
    return connection
        .preparedQuery(WRITE_EDGE)
        .execute(Tuple.of(levels, indices, hashes))
        .replaceWithVoid();
  }

  static Uni<Void> writeCheckpoint(SqlConnection connection, LoggedCheckpoint checkpoint) {
    return connection
        .preparedQuery(WRITE_CHECKPOINT)
        .execute(
            Tuple.of(
                checkpoint.number(),
                checkpoint.size(),
                Buffer.buffer(checkpoint.root().bytes()),
                checkpoint.note(),
                checkpoint.publishedAt().atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }
}
