package io.livenessledger.ledger.check.run;

import io.livenessledger.ledger.check.Finding;
import io.livenessledger.ledger.log.SigningKeys;
import io.livenessledger.merkle.Tile;
import io.livenessledger.store.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** What is stored and lies beyond the tree: no walk along its leaves gets there. */
@ApplicationScoped
class Beyond {
  // One statement sees one moment: a batch writes all of these in one transaction
  private static final String REACH =
      """
      with latest as (select note from ledger_checkpoint order by number desc limit 1)
      select 'leaf' as what, 0 as level, (select max(leaf_index) from ledger_leaf) as last,
             1 as width, (select note from latest) as note
      union all
      select 'tile', l, (select max(tile_index) from ledger_tile t where t.level = l), 256, null
        from generate_series(0, 63) l
      union all
      select 'edge', level, tile_index, octet_length(hashes) / 32, null from ledger_edge
      """;
  private static final int HEIGHT = 8;

  private final Transactions transactions;
  private final SigningKeys keys;

  Beyond(Transactions transactions, SigningKeys keys) {
    this.transactions = transactions;
    this.keys = keys;
  }

  /**
   * Of leaves, of each level's tiles and of its partial tile the last one, where the latest
   * checkpoint does not cover it. Nothing where that checkpoint cannot be believed.
   */
  Uni<List<Finding>> findings() {
    return transactions.readOn(c -> c.preparedQuery(REACH).execute()).map(this::findings);
  }

  private List<Finding> findings(RowSet<Row> rows) {
    String note = rows.iterator().next().getString("note");
    List<Finding> findings = new ArrayList<>();
    if (note != null && keys.objectionTo(note).isPresent()) {
      return findings;
    }
    long size = note == null ? 0 : SigningKeys.checkpoint(note).size();
    for (Row row : rows) {
      if (row.getLong("last") != null && row.getInteger("width") > 0) {
        examine(row, size, findings);
      }
    }
    return findings;
  }

  private static void examine(Row row, long size, List<Finding> findings) {
    int level = row.getInteger("level");
    long last = row.getLong("last");
    int width = Math.min(Tile.FULL, row.getInteger("width"));
    boolean leaf = row.getString("what").equals("leaf");
    long covered = level < HEIGHT ? size >>> (HEIGHT * level) : 0;
    boolean beyond =
        leaf ? last >= size : last > covered / Tile.FULL || last * Tile.FULL + width > covered;
    if (beyond) {
      String which = leaf ? String.valueOf(last) : new Tile(level, last, width).path();
      String detail = "It lies beyond the " + size + " leaves of the latest checkpoint.";
      findings.add(new Finding(leaf ? "leaf" : "tile", which, detail));
    }
  }
}
