package io.livenessledger.backfill.job;

import io.livenessledger.backfill.job.Item.State;
import io.livenessledger.record.current.RefreshResult;
import io.livenessledger.record.history.RecordId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The records that jobs have to do with (V0014), for those who look. */
final class ItemReads {
  private static final String PROGRESS =
      """
      select count(*) filter (where pass > 0) as discovered,
             count(*) filter (where state = 'HELD') as held,
             count(*) filter (where state = 'PENDING') as pending,
             count(*) filter (where state = 'PENDING' and tries > 0) as waiting,
             count(*) filter (where state = 'FETCHED') as fetched,
             count(*) filter (where result = 'NEW') as created,
             count(*) filter (where result = 'CHANGED') as changed,
             count(*) filter (where result = 'UNCHANGED') as unchanged,
             count(*) filter (where result = 'RETURNED') as returned,
             count(*) filter (where result = 'GONE') as gone,
             count(*) filter (where state = 'FAILED') as failed,
             count(*) filter (where state = 'UNLISTED') as unlisted,
             count(*) filter (where ended_at > clock_timestamp() - interval '1 minute') as last_minute
        from backfill_item where backfill = $1
      """;
  private static final String ITEMS =
      """
      select * from backfill_item
       where backfill = $1 and state = any($2) and record_id > $3 order by record_id limit $4
      """;

  private ItemReads() {}

  static Uni<Progress> progress(SqlConnection connection, long job) {
    return connection
        .preparedQuery(PROGRESS)
        .execute(Tuple.of(job))
        .map(rows -> progress(rows.iterator().next()));
  }

  /** In the order of their ids. */
  static Uni<List<Item>> find(
      SqlConnection connection, long job, Collection<State> states, String after, int limit) {
    String[] names = states.stream().map(State::name).toArray(String[]::new);
    return connection
        .preparedQuery(ITEMS)
        .execute(Tuple.of(job, names, after, limit))
        .map(ItemReads::items);
  }

  private static Progress progress(Row row) {
    return new Progress(
        row.getLong("discovered"),
        row.getLong("held"),
        row.getLong("pending"),
        row.getLong("waiting"),
        row.getLong("fetched"),
        row.getLong("created"),
        row.getLong("changed"),
        row.getLong("unchanged"),
        row.getLong("returned"),
        row.getLong("gone"),
        row.getLong("failed"),
        row.getLong("unlisted"),
        row.getLong("last_minute"));
  }

  static List<Item> items(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(ItemReads::item)
        .collect(Collectors.toList());
  }

  private static Item item(Row row) {
    String result = row.getString("result");
    int tries = row.getInteger("tries");
    boolean isWaiting = tries > 0 && row.getString("state").equals(State.PENDING.name());
    OffsetDateTime next = isWaiting ? row.getOffsetDateTime("next_try_at") : null;
    return new Item(
        new RecordId(row.getString("record_id")),
        State.valueOf(row.getString("state")),
        result == null ? null : RefreshResult.valueOf(result),
        row.getInteger("observation"),
        tries,
        next == null ? null : next.toInstant(),
        row.getString("problem"),
        row.getString("detail"));
  }
}
