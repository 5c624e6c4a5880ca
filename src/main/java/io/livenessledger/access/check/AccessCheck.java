package io.livenessledger.access.check;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.livenessledger.access.event.AccessEvent;
import io.livenessledger.ledger.check.EntryRanges;
import io.livenessledger.ledger.check.FactCheck;
import io.livenessledger.ledger.check.Finding;
import io.livenessledger.ledger.check.LoggedLeaf;
import io.livenessledger.store.Background;
import io.livenessledger.store.Transactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether access events are still what their leaves say, and all there. */
@ApplicationScoped
class AccessCheck implements FactCheck {
  private static final String KIND = AccessEvent.KIND;

  /** How the data of a leaf of ours goes on after its commitment. */
  private static final String OURS = "\"kind\":\"" + AccessEvent.KIND + "\"";

  private static final String EVENTS =
      """
      select entry, at, action, outcome, subject, purpose, record_id, record_ids, salt, statement
        from unnest($1::bigint[]) as wanted (entry) join access_event using (entry)
      """;
  private static final String RANGE =
      """
      select max(entry)
        from (select entry from access_event where entry > $1 order by entry limit 50000) r
      """;
  // Each table is given the range: through the join it would not be deduced
  private static final String UNLOGGED =
      """
      select a.entry
        from access_event a
        left join (select id from ledger_entry where id > $1 and id <= $2) e on e.id = a.entry
        left join (select entry from ledger_leaf where entry > $1 and entry <= $2) l
          on l.entry = a.entry
        left join (select entry from ledger_pending where entry > $1 and entry <= $2) p
          on p.entry = a.entry
       where a.entry > $1 and a.entry <= $2
         and (e.id is null or l.entry is null and p.entry is null)
       order by a.entry limit 1000
      """;

  private final Transactions transactions;
  private final EntryRanges ranges;

  AccessCheck(Transactions transactions, EntryRanges ranges) {
    this.transactions = transactions;
    this.ranges = ranges;
  }

  @Override
  public String kind() {
    return AccessEvent.KIND;
  }

  @Override
  public Uni<List<Finding>> examine(List<LoggedLeaf> leaves) {
    Long[] entries = leaves.stream().map(LoggedLeaf::entry).toArray(Long[]::new);
    return transactions
        .readOn(c -> c.preparedQuery(EVENTS).execute(Tuple.tuple().addArrayOfLong(entries)))
        .chain(rows -> Background.compute(() -> examined(leaves, rows)));
  }

  private static List<Finding> examined(List<LoggedLeaf> leaves, RowSet<Row> rows) {
    Map<Long, Row> byEntry = new HashMap<>();
    rows.forEach(row -> byEntry.put(row.getLong("entry"), row));
    List<Finding> findings = new ArrayList<>();
    for (LoggedLeaf leaf : leaves) {
      Row row = byEntry.get(leaf.entry());
      if (row != null) {
        StoredEvent.differences(row, leaf)
            .forEach(what -> findings.add(finding(leaf.entry(), what)));
      } else if (new String(leaf.data(), US_ASCII).contains(OURS)) {
        findings.add(new Finding(KIND, "leaf " + leaf.index(), "The event is gone."));
      }
    }
    return findings;
  }

  private static Finding finding(long entry, String detail) {
    return new Finding(KIND, String.valueOf(entry), detail);
  }

  @Override
  public Multi<Finding> examineRest() {
    return ranges
        .ask(RANGE, UNLOGGED)
        .map(row -> finding(row.getLong("entry"), "Its entry is not in the ledger."));
  }
}
