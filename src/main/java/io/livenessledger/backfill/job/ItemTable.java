package io.livenessledger.backfill.job;

import io.livenessledger.backfill.job.Item.State;
import io.livenessledger.record.current.Appended;
import io.livenessledger.record.history.RecordId;
import io.livenessledger.record.state.HeldRecords;
import io.livenessledger.record.state.RecordState;
import io.livenessledger.verifik.list.ListPage;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The records that jobs have to do with (V0014): what the one who runs a job writes of them. */
final class ItemTable {
  /** Held records that one step compares with the list. */
  private static final int SLICE = 2000;

  // The update sees what was there before the statement alone
  private static final String LISTED =
      """
      with listed as (
        insert into backfill_item (backfill, record_id, state, pass)
        select $1, x.id, x.state, $2 from unnest($3::text[], $4::text[]) as x (id, state)
        on conflict do nothing
        returning record_id),
      listed_again as (
        update backfill_item set pass = $2 where backfill = $1 and record_id = any($3))
      select count(*) from listed join unnest($5::text[]) as old (id) on old.id = record_id
      """;
  private static final String DUE =
      """
      select * from backfill_item
       where backfill = $1 and state = 'PENDING' and next_try_at <= clock_timestamp()
       order by next_try_at, record_id limit $2
      """;
  private static final String NEXT_DUE =
      """
      select (extract(epoch from min(next_try_at) - clock_timestamp()) * 1000)::bigint
        from backfill_item where backfill = $1 and state = 'PENDING'
      """;
  private static final String HELD =
      "update backfill_item set state = 'HELD'"
          + " where backfill = $1 and record_id = any($2) and state = 'PENDING'";
  private static final String FAILED =
      """
      update backfill_item
         set tries = tries + 1, problem = $3, detail = $4,
             state = case when tries + 1 >= $6 then 'FAILED' else state end,
             next_try_at = clock_timestamp() + $5 * interval '1 millisecond'
       where backfill = $1 and record_id = $2 and state = 'PENDING'
      """;
  private static final String FETCHED =
      """
      update backfill_item
         set tries = tries + 1, state = 'FETCHED', result = ?3, observation = ?4,
             ended_at = clock_timestamp(), problem = null, detail = null
       where backfill = ?1 and record_id = ?2 and state = 'PENDING'
      """;
  private static final String FETCHED_ELSEWHERE =
      """
      update backfill_item i
         set state = 'FETCHED', result = f.result, observation = f.observation,
             ended_at = clock_timestamp(), problem = null, detail = null
        from unnest($2::text[], $3::text[], $4::integer[]) as f (id, result, observation)
       where i.backfill = $1 and i.record_id = f.id and i.state = 'PENDING'
      """;
  private static final String GONE =
      """
      update backfill_item
         set tries = tries + 1, state = 'FETCHED', result = 'GONE', ended_at = clock_timestamp(),
             problem = null, detail = null
       where backfill = $1 and record_id = $2 and state = 'PENDING'
      """;
  private static final String COMPARE =
      """
      with slice as materialized (
      """
          + HeldRecords.slice("$3", SLICE)
          + """
      ), unlisted as (
        insert into backfill_item as i (backfill, record_id, state, pass)
        select b.id, s.id, $2, 0 from slice s join backfill b on b.id = $1
         where s.is_present and s.first_stored_at < b.pass_begun_at
        on conflict (backfill, record_id) do update set state = excluded.state
         where i.state = 'HELD' and i.pass < (select pass from backfill where id = $1))
      select max(id) from slice
      """;

  private ItemTable() {}

  /**
   * Notes the records that a page names.
   *
   * @param held those of them that we hold
   * @return how many of them no page named before and were made before this instant
   */
  static Uni<Integer> listed(
      SqlConnection connection, Backfill job, ListPage page, Map<RecordId, RecordState> held) {
    Map<String, String> states = new LinkedHashMap<>();
    for (String id : page.ids()) {
      boolean isNeeded = job.order().needs(held.get(new RecordId(id)), job.requestedAt());
      states.put(id, (isNeeded ? State.PENDING : State.HELD).name());
    }
    Tuple parameters =
        Tuple.tuple()
            .addLong(job.id())
            .addInteger(job.pass().number())
            .addArrayOfString(states.keySet().toArray(String[]::new))
            .addArrayOfString(states.values().toArray(String[]::new))
            .addArrayOfString(olderThan(job.requestedAt(), page));
    return connection
        .preparedQuery(LISTED)
        .execute(parameters)
        .map(rows -> rows.iterator().next().getInteger(0));
  }

  /** What the vendor makes meanwhile is fetched, but does not keep the job from its end. */
  private static String[] olderThan(Instant begun, ListPage page) {
    return page.items().stream()
        .filter(item -> item.createdAt() == null || item.createdAt().isBefore(begun))
        .map(ListPage.Item::id)
        .toArray(String[]::new);
  }

  /** Those to be fetched now, the longest due first. */
  static Uni<List<Item>> due(SqlConnection connection, long job, int limit) {
    return connection.preparedQuery(DUE).execute(Tuple.of(job, limit)).map(ItemReads::items);
  }

  /** How long until the next is to be fetched; null when none is. */
  static Uni<Duration> nextDue(SqlConnection connection, long job) {
    return connection
        .preparedQuery(NEXT_DUE)
        .execute(Tuple.of(job))
        .map(rows -> rows.iterator().next().getLong(0))
        .map(millis -> millis == null ? null : Duration.ofMillis(millis));
  }

  static Uni<Void> held(SqlConnection connection, long job, Collection<RecordId> ids) {
    String[] texts = ids.stream().map(RecordId::value).toArray(String[]::new);
    return run(connection, HELD, Tuple.of(job, texts));
  }

  /** Notes what was fetched, in the transaction of its observation. */
  static Uni<Void> fetched(long job, Appended appended) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(FETCHED)
                    .setParameter(1, job)
                    .setParameter(2, appended.state().id().value())
                    .setParameter(3, appended.result().name())
                    .setParameter(4, appended.observation().number())
                    .executeUpdate())
        .replaceWithVoid();
  }

  /** Notes what others fetched while it was wanted here. */
  static Uni<Void> fetchedElsewhere(SqlConnection connection, long job, List<Appended> fetched) {
    if (fetched.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Tuple parameters =
        Tuple.tuple()
            .addLong(job)
            .addArrayOfString(texts(fetched, appended -> appended.state().id().value()))
            .addArrayOfString(texts(fetched, appended -> appended.result().name()))
            .addArrayOfInteger(
                fetched.stream().map(a -> a.observation().number()).toArray(Integer[]::new));
    return run(connection, FETCHED_ELSEWHERE, parameters);
  }

  private static String[] texts(List<Appended> fetched, Function<Appended, String> text) {
    return fetched.stream().map(text).toArray(String[]::new);
  }

  /**
   * Notes a failure, the last one when it was tried as often as it may be.
   *
   * @param delay after which it is tried again
   */
  static Uni<Void> failed(
      SqlConnection connection, long job, Failure failure, Duration delay, int mostTries) {
    Tuple parameters =
        Tuple.tuple()
            .addLong(job)
            .addString(failure.id().value())
            .addString(failure.problem().code().code())
            .addString(failure.problem().detail())
            .addDouble((double) delay.toMillis())
            .addInteger(mostTries);
    return run(connection, FAILED, parameters);
  }

  /** Notes that the vendor does not have what it listed, nor we. */
  static Uni<Void> gone(SqlConnection connection, long job, RecordId id) {
    return run(connection, GONE, Tuple.of(job, id.value()));
  }

  /**
   * Compares some held records with the last pass.
   *
   * @param after the last id compared before; the empty string at the beginning
   * @param unlisted what becomes of those that it did not name
   * @return the last id compared; null when there are no more
   */
  static Uni<String> compare(SqlConnection connection, long job, String after, State unlisted) {
    return connection
        .preparedQuery(COMPARE)
        .execute(Tuple.of(job, unlisted.name(), after))
        .map(rows -> rows.iterator().next().getString(0));
  }

  private static Uni<Void> run(SqlConnection connection, String sql, Tuple parameters) {
    return connection.preparedQuery(sql).execute(parameters).replaceWithVoid();
  }
}
