package io.livenessledger.record.change;

import io.livenessledger.record.change.ChangeView.Kind;
import io.livenessledger.record.change.ChangeView.Links;
import io.livenessledger.record.history.RecordId;
import io.livenessledger.store.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Reads the changes along their leaves (V0012). The one sequencer gives leaves their places batch
 * after batch: whoever sees a change sees all that lie before it, however late they were committed.
 */
@ApplicationScoped
public class Changes {
  /** Changes of others that one question passes by: some milliseconds. */
  private static final int EXAMINED = 1000;

  // Laterals with a limit are looked up by their index
  private static final String READ =
      """
      with examined as materialized (
        select leaf_index, entry from record_change_leaf where leaf_index >= $1 order by leaf_index limit $2)
      select e.last, e.number, s.*
        from (select max(leaf_index) as last, count(*) as number from examined) e
        left join lateral (
          select x.leaf_index, c.record_id, c.observation, c.change, c.revision,
                 o.starts_revision, o.fetched_at, o.stored_at
            from examined x
            cross join lateral (select * from record_change where entry = x.entry limit 1) c
            cross join lateral (
              select * from observation where record_id = c.record_id and number = c.observation limit 1) o
           where $3::text[] is null
              or exists (select from record r where r.id = c.record_id and r.client = any($3))
           order by x.leaf_index limit $4) s on true
       order by s.leaf_index
      """;
  private static final String NEWEST = "select max(leaf_index) from record_change_leaf";
  private static final String BEHIND =
      """
      select count(*) from (
        select from record_change_leaf where leaf_index >= $1 order by leaf_index limit $2) as behind
      """;

  private final Transactions transactions;

  Changes(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * Some changes that follow each other.
   *
   * @param end the place behind the last that was looked at, also when it is not shown
   * @param isLast whether there was nothing behind it
   */
  public record Slice(List<ChangeView> shown, Cursor end, boolean isLast) {}

  /**
   * Up to {@code limit} changes from a place on; fewer, or none, where it took too long to find
   * them.
   *
   * @param clients only of records that are theirs now; empty for all
   */
  public Uni<Slice> from(Cursor cursor, int limit, Optional<Set<String>> clients) {
    int examined = clients.isPresent() ? Math.max(EXAMINED, limit) : limit;
    String[] names = clients.map(set -> set.toArray(String[]::new)).orElse(null);
    Tuple parameters =
        Tuple.tuple()
            .addLong(cursor.position())
            .addLong((long) examined)
            .addArrayOfString(names)
            .addLong((long) limit);
    return transactions
        .readOn(connection -> connection.preparedQuery(READ).execute(parameters))
        .map(rows -> slice(rows, cursor, limit, examined));
  }

  private static Slice slice(RowSet<Row> rows, Cursor from, int limit, int examined) {
    Row first = rows.iterator().next();
    List<ChangeView> shown =
        StreamSupport.stream(rows.spliterator(), false)
            .filter(row -> row.getLong("leaf_index") != null)
            .map(Changes::change)
            .toList();
    if (shown.size() == limit) {
      return new Slice(shown, Cursor.behind(shown.get(limit - 1).leafIndex()), false);
    }
    Long last = first.getLong("last");
    Cursor end = last == null ? from : Cursor.behind(last);
    return new Slice(shown, end, first.getLong("number") < examined);
  }

  private static ChangeView change(Row row) {
    RecordId id = new RecordId(row.getString("record_id"));
    long leafIndex = row.getLong("leaf_index");
    int revision = row.getInteger("revision");
    int observation = row.getInteger("observation");
    return new ChangeView(
        Cursor.behind(leafIndex).text(),
        leafIndex,
        id,
        Kind.valueOf(row.getString("change")),
        revision,
        observation,
        row.getOffsetDateTime("fetched_at").toInstant(),
        row.getOffsetDateTime("stored_at").toInstant(),
        Links.of(id, observation, row.getBoolean("starts_revision"), revision));
  }

  /** The place behind the newest change. */
  public Uni<Cursor> newest() {
    return transactions
        .readOn(connection -> connection.preparedQuery(NEWEST).execute())
        .map(rows -> rows.iterator().next().getLong(0))
        .map(last -> last == null ? Cursor.BEGINNING : Cursor.behind(last));
  }

  /** How many changes there are from a place on; not counted beyond {@code limit}. */
  public Uni<Long> countBehind(Cursor cursor, int limit) {
    return transactions
        .readOn(c -> c.preparedQuery(BEHIND).execute(Tuple.of(cursor.position(), (long) limit)))
        .map(rows -> rows.iterator().next().getLong(0));
  }
}
