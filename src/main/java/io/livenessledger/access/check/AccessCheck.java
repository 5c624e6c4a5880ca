package io.livenessledger.access.check;

import io.livenessledger.access.event.AccessEvent;
import io.livenessledger.ledger.check.EntryRanges;
import io.livenessledger.ledger.check.FactCheck;
import io.livenessledger.ledger.check.FactRows;
import io.livenessledger.ledger.check.Finding;
import io.livenessledger.ledger.check.LoggedLeaf;
import io.livenessledger.store.Background;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether access events are still what their leaves say, and all there. */
@ApplicationScoped
class AccessCheck implements FactCheck {
  private static final String KIND = AccessEvent.KIND;

  private static final String EVENTS =
      """
      select a.entry, a.at, a.action, a.outcome, a.subject, a.purpose, a.record_id, a.record_ids,
             a.salt, a.statement
      """
          + FactRows.from("access_event", "at", "a");
  private static final String RANGE =
      """
      select max(entry)
        from (select entry from access_event where entry > $1 order by entry limit 50000) r
      """;
  // Each table is given the range: through the join it would not be deduced
  private static final String UNLOGGED =
      """
      select a.entry,
             case when e.id is null or l.entry is null and p.entry is null
                    then 'Its entry is not in the ledger.'
                  else 'Its entry is that of another event or fact.' end
        from (select entry, at, count(*) over (partition by entry) as events
                from access_event where entry > $1 and entry <= $2) a
        left join (select id, leaf from ledger_entry where id > $1 and id <= $2) e on e.id = a.entry
        left join (select entry from ledger_leaf where entry > $1 and entry <= $2) l
          on l.entry = a.entry
        left join (select entry from ledger_pending where entry > $1 and entry <= $2) p
          on p.entry = a.entry
       where e.id is null or l.entry is null and p.entry is null or a.events > 1
          or
      """
          + FactRows.isNotAbout("e.leaf", KIND, "a.at")
          + "order by a.entry limit 1000";

  private final FactRows facts;
  private final EntryRanges ranges;

  AccessCheck(FactRows facts, EntryRanges ranges) {
    this.facts = facts;
    this.ranges = ranges;
  }

  @Override
  public String kind() {
    return AccessEvent.KIND;
  }

  @Override
  public Uni<List<Finding>> examine(List<LoggedLeaf> leaves) {
    return facts
        .of(EVENTS, KIND, leaves)
        .chain(rows -> Background.compute(() -> examined(leaves, rows)));
  }

  private static List<Finding> examined(List<LoggedLeaf> leaves, Map<Long, List<Row>> rows) {
    List<Finding> findings = new ArrayList<>();
    for (LoggedLeaf leaf : leaves) {
      List<Row> found = rows.getOrDefault(leaf.entry(), List.of());
      for (Row row : found) {
        StoredEvent.differences(row, leaf)
            .forEach(what -> findings.add(finding(leaf.entry(), what)));
      }
      if (found.isEmpty() && leaf.isOf(KIND)) {
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
    return ranges.ask(RANGE, UNLOGGED).map(row -> finding(row.getLong(0), row.getString(1)));
  }
}
