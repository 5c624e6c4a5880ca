package io.livenessledger.ledger.log;

import io.livenessledger.merkle.EntryBundle;
import io.livenessledger.merkle.Tile;
import io.livenessledger.merkle.TileHashes;
import io.livenessledger.store.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What the log shows to everybody, byte for byte as C2SP tlog-tiles says. */
@ApplicationScoped
public class Published {
  private final Transactions transactions;

  Published(Transactions transactions) {
    this.transactions = transactions;
  }

  /** The latest checkpoint; null before the first. */
  public Uni<LoggedCheckpoint> checkpoint() {
    return transactions.readOn(LogTables::lastCheckpoint);
  }

  /** The tile's hashes; null while the tree is not that large. */
  public Uni<byte[]> tile(Tile tile) {
    return transactions
        .readOn(connection -> LogTables.tiles(connection, List.of(tile)))
        .map(found -> found.isEmpty() ? null : prefix(found.get(0), tile.width()));
  }

  private static byte[] prefix(TileHashes stored, int width) {
    return stored.tile().width() < width ? null : stored.prefix(width).bytes();
  }

  /** The leaves' data as an entry bundle; null while the log is not that long. */
  public Uni<byte[]> entries(EntryBundle bundle) {
    long first = bundle.index() * Tile.FULL;
    return transactions
        .readOn(connection -> LogTables.leaves(connection, first, first + bundle.width()))
        .map(
            leaves ->
                leaves.size() < bundle.width()
                    ? null
                    : EntryBundle.encode(leaves.stream().map(LogTables.PlacedLeaf::data).toList()));
  }
}
