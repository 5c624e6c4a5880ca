package io.livenessledger.backfill.job;

import io.livenessledger.backfill.job.Backfill.Pass;
import io.livenessledger.backfill.job.Backfill.Pause;
import io.livenessledger.backfill.job.Backfill.State;
import io.livenessledger.backfill.job.Order.Scope;
import io.livenessledger.verifik.list.ListPage;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.StreamSupport;

/** The jobs (V0014). */
final class BackfillTable {
  private static final String SELECT =
      "select *, (extract(epoch from waits_until - clock_timestamp()) * 1000)::bigint as left_millis"
          + " from backfill ";
  private static final String ORDER =
      """
      insert into backfill (scope, fetched_before, status, fetch_unlisted, dry_run, caller, request_id)
      values (?1, cast(cast(?2 as text) as timestamptz), cast(?3 as text), ?4, ?5, ?6, ?7) returning id
      """;
  private static final String CANCEL =
      "update backfill set state = 'CANCELLED', ended_at = clock_timestamp(), waits_until = null"
          + " where id = $1 and ended_at is null";
  private static final String BEGIN_PASS =
      """
      update backfill
         set state = 'RUNNING', started_at = coalesce(started_at, clock_timestamp()), pass = pass + 1,
             pass_begun_at = clock_timestamp(), next_page = 1, last_page = null, pass_new = 0, nameless = 0
       where id = $1
      """;
  private static final String PAGE_READ =
      """
      update backfill
         set next_page = $2, last_page = $3, pass_new = pass_new + $4, nameless = nameless + $5,
             list_total = coalesce($6, list_total), list_calls = list_calls + 1
       where id = $1
      """;
  private static final String COMPARED =
      "update backfill set compared_to = coalesce($2, compared_to), is_compared = $2 is null"
          + " where id = $1";
  private static final String COMPLETE =
      "update backfill set state = 'COMPLETED', ended_at = clock_timestamp() where id = $1";
  private static final String WAIT =
      """
      update backfill
         set waits_until = clock_timestamp() + $2 * interval '1 millisecond', failures = $3,
             problem = $4, detail = $5
       where id = $1
      """;
  private static final String GO_ON =
      "update backfill set waits_until = null, failures = 0, problem = null, detail = null"
          + " where id = $1 and (failures > 0 or waits_until is not null or problem is not null)";

  private BackfillTable() {}

  /** In the transaction that is open. */
  static Uni<Long> order(Order order, String caller, String request) {
    Instant before = order.fetchedBefore();
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(ORDER, Long.class)
                    .setParameter(1, order.scope().name())
                    .setParameter(2, before == null ? null : before.toString())
                    .setParameter(3, order.status())
                    .setParameter(4, order.fetchUnlisted())
                    .setParameter(5, order.dryRun())
                    .setParameter(6, caller)
                    .setParameter(7, request)
                    .getSingleResult());
  }

  static Uni<Backfill> find(SqlConnection connection, long id) {
    return connection
        .preparedQuery(SELECT + "where id = $1")
        .execute(Tuple.of(id))
        .map(BackfillTable::first);
  }

  /** The one that is to run: the oldest that has not ended. */
  static Uni<Backfill> open(SqlConnection connection) {
    return connection
        .preparedQuery(SELECT + "where ended_at is null order by id limit 1")
        .execute()
        .map(BackfillTable::first);
  }

  /** The same job, if it has not ended; locked until the transaction ends, else null. */
  static Uni<Backfill> locked(SqlConnection connection, long id) {
    return connection
        .preparedQuery(SELECT + "where id = $1 and ended_at is null for update")
        .execute(Tuple.of(id))
        .map(BackfillTable::first);
  }

  /** Newest first. */
  static Uni<List<Backfill>> before(SqlConnection connection, long id, int limit) {
    return connection
        .preparedQuery(SELECT + "where id < $1 order by id desc limit $2")
        .execute(Tuple.of(id, limit))
        .map(BackfillTable::all);
  }

  static Uni<Void> cancel(SqlConnection connection, long id) {
    return run(connection, CANCEL, Tuple.of(id));
  }

  static Uni<Void> beginPass(SqlConnection connection, long id) {
    return run(connection, BEGIN_PASS, Tuple.of(id));
  }

  /**
   * Notes a page.
   *
   * @param next null when it was the last
   * @param found records older than the job that no page named before
   */
  static Uni<Void> pageRead(
      SqlConnection connection, long id, Integer next, ListPage page, int found) {
    Tuple parameters =
        Tuple.tuple()
            .addLong(id)
            .addInteger(next)
            .addArrayOfString(page.ids().toArray(String[]::new))
            .addInteger(found)
            .addInteger(page.nameless())
            .addInteger(page.total());
    return run(connection, PAGE_READ, parameters);
  }

  /**
   * Notes how far the held records were looked for.
   *
   * @param to null when all were
   */
  static Uni<Void> compared(SqlConnection connection, long id, String to) {
    return run(connection, COMPARED, Tuple.of(id, to));
  }

  static Uni<Void> complete(SqlConnection connection, long id) {
    return run(connection, COMPLETE, Tuple.of(id));
  }

  static Uni<Void> await(SqlConnection connection, long id, Pause pause) {
    Tuple parameters =
        Tuple.of(
            id,
            (double) pause.left().toMillis(),
            pause.failures(),
            pause.problem(),
            pause.detail());
    return run(connection, WAIT, parameters);
  }

  static Uni<Void> goOn(SqlConnection connection, long id) {
    return run(connection, GO_ON, Tuple.of(id));
  }

  private static Uni<Void> run(SqlConnection connection, String sql, Tuple parameters) {
    return connection.preparedQuery(sql).execute(parameters).replaceWithVoid();
  }

  private static Backfill first(RowSet<Row> rows) {
    return rows.size() == 0 ? null : backfill(rows.iterator().next());
  }

  private static List<Backfill> all(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).map(BackfillTable::backfill).toList();
  }

  private static Backfill backfill(Row row) {
    return new Backfill(
        row.getLong("id"),
        State.valueOf(row.getString("state")),
        new Order(
            Scope.valueOf(row.getString("scope")),
            instant(row, "fetched_before"),
            row.getString("status"),
            row.getBoolean("fetch_unlisted"),
            row.getBoolean("dry_run")),
        row.getString("caller"),
        row.getString("request_id"),
        instant(row, "requested_at"),
        instant(row, "started_at"),
        instant(row, "ended_at"),
        pass(row),
        pause(row));
  }

  private static Pass pass(Row row) {
    String[] last = row.getArrayOfStrings("last_page");
    return new Pass(
        row.getInteger("pass"),
        row.getInteger("next_page"),
        last == null ? null : List.of(last),
        row.getInteger("pass_new"),
        row.getInteger("list_calls"),
        row.getInteger("list_total"),
        row.getInteger("nameless"),
        row.getString("compared_to"),
        row.getBoolean("is_compared"));
  }

  private static Pause pause(Row row) {
    Long left = row.getLong("left_millis");
    return new Pause(
        row.getInteger("failures"),
        instant(row, "waits_until"),
        Duration.ofMillis(left == null ? 0 : left),
        row.getString("problem"),
        row.getString("detail"));
  }

  private static Instant instant(Row row, String column) {
    OffsetDateTime time = row.getOffsetDateTime(column);
    return time == null ? null : time.toInstant();
  }
}
