package io.livenessledger.ledger.check;

import io.livenessledger.store.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads facts by their ledger entries, from tables with a partition for each month. A leaf says
 * when its fact was stored, so one partition is looked into; what is not there by then is looked
 * for in all of them.
 */
@ApplicationScoped
public class FactRows {
  private final Transactions transactions;

  FactRows(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * The rest of a query after its columns: rows of a partitioned table of the wanted entries. A day
   * more on either side of a leaf's time, so that a fact whose time was altered a little is found,
   * and compared.
   *
   * @param table has a column {@code entry}; goes by {@code alias}
   * @param time the column that it is partitioned by
   */
  public static String from(String table, String time, String alias) {
    // A lateral with a limit is looked up by the index, leaf by leaf, and in one partition. The
    // planner does not know of the latter, and would rather read all of them for a join.
    return """
         from unnest($1::bigint[], $2::timestamptz[]) as wanted (entry, at)
        cross join lateral (
          select * from TABLE
           where entry = wanted.entry
             and TIME between coalesce(wanted.at - interval '1 day', '-infinity')
                          and coalesce(wanted.at + interval '1 day', 'infinity')
           limit 2) ALIAS
        """
        .replace("TABLE", table)
        .replace("TIME", time)
        .replace("ALIAS", alias);
  }

  /**
   * That a leaf is not of this kind or not of about this time, as a condition: the walk along the
   * leaves then does not find the fact by it.
   *
   * @param leaf column with the leaf's data
   * @param time the column that the table is partitioned by
   */
  public static String isNotAbout(String leaf, String kind, String time) {
    return " (position(convert_to('\"kind\":\""
        + kind
        + "\"', 'UTF8') in "
        + leaf
        + ") = 0 or "
        + leaf
        + " not between "
        + start(time + " - interval '1 day'")
        + " and "
        + start(time + " + interval '1 day'")
        + ") ";
  }

  private static String start(String time) {
    return "convert_to('{\"at\":\"' || to_char(("
        + time
        + ") at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS'), 'UTF8')";
  }

  /**
   * The rows of the leaves' entries; of an entry there can be several, where somebody added some.
   *
   * @param query its first column is the entry
   * @param kind leaves of it are looked for everywhere
   */
  public Uni<Map<Long, List<Row>>> of(String query, String kind, List<LoggedLeaf> leaves) {
    Map<Long, List<Row>> found = new HashMap<>();
    return ask(query, leaves, LoggedLeaf::at, found)
        .chain(() -> ask(query, missed(leaves, kind, found), leaf -> null, found))
        .replaceWith(found);
  }

  private static List<LoggedLeaf> missed(
      List<LoggedLeaf> leaves, String kind, Map<Long, List<Row>> found) {
    return leaves.stream()
        .filter(leaf -> !found.containsKey(leaf.entry()) && leaf.isOf(kind) && leaf.at() != null)
        .toList();
  }

  private Uni<Void> ask(
      String query,
      List<LoggedLeaf> leaves,
      Function<LoggedLeaf, Instant> at,
      Map<Long, List<Row>> found) {
    if (leaves.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Tuple wanted =
        Tuple.of(
            leaves.stream().map(LoggedLeaf::entry).toArray(Long[]::new),
            leaves.stream().map(at).map(FactRows::utc).toArray(OffsetDateTime[]::new));
    return transactions
        .readOn(connection -> connection.preparedQuery(query).execute(wanted))
        .invoke(
            rows ->
                rows.forEach(
                    r -> found.computeIfAbsent(r.getLong(0), e -> new ArrayList<>()).add(r)))
        .replaceWithVoid();
  }

  private static OffsetDateTime utc(Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }
}
