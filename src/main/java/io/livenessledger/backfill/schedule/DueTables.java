package io.livenessledger.backfill.schedule;

import io.livenessledger.record.history.RecordId;
import io.livenessledger.store.Transactions;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** What the database keeps of scheduled refresh (V0015). Times are the program's. */
@ApplicationScoped
class DueTables {
  private static final String PLAN = "select rules from refresh_plan for update";
  private static final String FORGET = "delete from refresh_rule";
  private static final String REMEMBER =
      """
      insert into refresh_rule (place, name, statuses, upstream, every, until_age)
      values ($1, $2, $3, $4, $5 * interval '1 millisecond', $6 * interval '1 millisecond')
      """;
  private static final String REPLACE =
      "update refresh_plan set rules = $1, generation = generation + 1, swept_to = ''";
  private static final String IS_BEHIND = "select swept_to is not null from refresh_plan";
  private static final String SWEEP = "select sweep_refresh_due($1)";

  private static final String PICK =
      "select record_id, rule, was_due_at, failures from pick_refreshes($1, $2, $3)";
  private static final String ANEW = "select refresh_due_anew(?1)";
  // Not when somebody has said something else meanwhile
  private static final String PUT_OFF =
      "update refresh_due set due_at = $3, failures = $4 where record_id = $1 and due_at = $2";

  /** More than are counted are many; each is a row that is read. */
  private static final String DUE =
      """
      select count(*) as due, min(due_at) as oldest
        from (select d.due_at from refresh_rule u
               cross join lateral (select due_at from refresh_due
                                    where place = u.place and due_at <= $1
                                    order by due_at limit 10000) d) as due
      """;

  private final Transactions transactions;

  DueTables(Transactions transactions) {
    this.transactions = transactions;
  }

  /** Puts the rules in force; whether others were before. */
  Uni<Boolean> putInForce(Rules rules) {
    String text = rules.toString();
    return transactions.committedOn(
        c ->
            c.query(PLAN)
                .execute()
                .chain(
                    plan ->
                        plan.iterator().next().getString(0).equals(text)
                            ? Uni.createFrom().item(false)
                            : replaced(c, rules.inOrder(), text).replaceWith(true)));
  }

  private static Uni<?> replaced(SqlConnection connection, List<Rule> rules, String text) {
    return connection
        .query(FORGET)
        .execute()
        .chain(
            () ->
                rules.isEmpty()
                    ? Uni.createFrom().nullItem()
                    : connection.preparedQuery(REMEMBER).executeBatch(rows(rules)))
        .chain(() -> connection.preparedQuery(REPLACE).execute(Tuple.of(text)));
  }

  private static List<Tuple> rows(List<Rule> rules) {
    return IntStream.range(0, rules.size()).mapToObj(i -> row(i, rules.get(i))).toList();
  }

  private static Tuple row(int place, Rule rule) {
    Duration untilAge = rule.untilAge();
    return Tuple.of(
        place,
        rule.name(),
        rule.statuses() == null ? null : rule.statuses().toArray(String[]::new),
        rule.upstream().name(),
        (double) rule.every().toMillis(),
        untilAge == null ? null : (double) untilAge.toMillis());
  }

  /** Whether there are due times that do not follow from the rules in force yet. */
  Uni<Boolean> isBehind() {
    return transactions
        .readOn(c -> c.query(IS_BEHIND).execute())
        .map(rows -> rows.iterator().next().getBoolean(0));
  }

  /** Makes the due times of so many records follow from the rules; false when all do. */
  static Uni<Boolean> sweep(SqlConnection transaction, int most) {
    return transaction
        .preparedQuery(SWEEP)
        .execute(Tuple.of(most))
        .map(rows -> rows.iterator().next().getBoolean(0));
  }

  /** Picks records that are due; nobody else has them before {@code until}. */
  Uni<List<Picked>> pick(Instant now, Instant until, int most) {
    return transactions
        .eachCommittedOn(c -> c.preparedQuery(PICK).execute(Tuple.of(at(now), at(until), most)))
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false)
                    .map(row -> picked(row, until))
                    .toList());
  }

  private static Picked picked(Row row, Instant until) {
    return new Picked(
        new RecordId(row.getString("record_id")),
        row.getString("rule"),
        row.getOffsetDateTime("was_due_at").toInstant(),
        row.getInteger("failures"),
        until);
  }

  /** In the transaction that stores an observation: makes its record's due time follow from it. */
  Uni<Void> anew(RecordId id) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .flush()
                    .chain(
                        () ->
                            session
                                .createNativeQuery(ANEW, Boolean.class)
                                .setParameter(1, id.value())
                                .getSingleResult()))
        .replaceWithVoid();
  }

  /** Says when a picked record is due again. */
  Uni<Void> putOff(Picked picked, Instant dueAt, int failures) {
    Tuple parameters = Tuple.of(picked.id().value(), at(picked.until()), at(dueAt), failures);
    return transactions
        .eachCommittedOn(c -> c.preparedQuery(PUT_OFF).execute(parameters))
        .replaceWithVoid();
  }

  /**
   * What is due at an instant.
   *
   * @param records so many; of each rule ten thousand are counted at most
   * @param oldest since when the oldest of them is; null for none
   */
  record Due(long records, Instant oldest) {}

  Uni<Due> due(Instant now) {
    return transactions
        .readOn(c -> c.preparedQuery(DUE).execute(Tuple.of(at(now))))
        .map(rows -> rows.iterator().next())
        .map(
            row -> {
              OffsetDateTime oldest = row.getOffsetDateTime("oldest");
              return new Due(row.getLong("due"), oldest == null ? null : oldest.toInstant());
            });
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
