package io.livenessledger.record.check;

import io.livenessledger.ledger.check.FactRows;
import io.livenessledger.ledger.check.Finding;
import io.livenessledger.record.statement.Statement;
import io.livenessledger.store.Transactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What a walk along the leaves does not see: facts that no leaf leads to, and what is derived. Goes
 * by ranges of record ids, two thousand at a time; each question sees one moment.
 */
@ApplicationScoped
class Leftovers {
  /** Parameter: the record id before the range. Gives the last one in it. */
  private static final String RANGE =
      """
      select coalesce(
        (select id from record where id > $1 order by id offset 1999 limit 1),
        greatest(
          (select max(id) from record),
          (select max(record_id) from observation),
          (select max(record_id) from revision),
          (select max(record_id) from body),
          (select max(record_id) from observation_statement)))
      """;

  // Each table is given the range: through a join it would not be deduced
  private static final String UNCOMMITTED =
      """
      select 'observation', o.record_id, o.number, 'it has no statement'
        from observation o
       where o.record_id > $1 and o.record_id <= $2
         and not exists (select from observation_statement s
                          where s.record_id = o.record_id and s.observation = o.number
                            and s.record_id > $1 and s.record_id <= $2)
         -- Those from before there were statements wait for theirs
         and not exists (select from record r
                          where r.id = o.record_id and r.last_commitment is null
                            and r.id > $1 and r.id <= $2)
      """;
  private static final String GAPS =
      """
      select 'observation', g.record_id, n, 'it is gone'
        from (select record_id, max(number) as last
                from observation
               where record_id > $1 and record_id <= $2
               group by record_id
              having max(number) <> count(*)) g
       cross join lateral generate_series(1, g.last) n
       where not exists (select from observation o
                          where o.record_id = g.record_id and o.number = n)
      """;
  private static final String UNLOGGED =
      """
      select 'statement', s.record_id, s.observation,
             case when e.leaf is null or l.found is null and p.found is null
                    then 'its entry is not in the ledger'
                  else 'its entry is that of another fact' end
        from observation_statement s
        -- Laterals with a limit are looked up by their index: no range fits the ledger's tables
        left join lateral (select leaf from ledger_entry
                            where id = s.entry limit 1) e on true
        left join lateral (select true as found from ledger_leaf
                            where entry = s.entry limit 1) l on true
        left join lateral (select true as found from ledger_pending
                            where entry = s.entry limit 1) p on true
       where s.record_id > $1 and s.record_id <= $2
         and (e.leaf is null or l.found is null and p.found is null or
      """
          + FactRows.isNotAbout("e.leaf", Statement.KIND, "s.stored_at")
          + ")";
  private static final String STRAY_BODIES =
      """
      select 'body', b.record_id, b.observation, 'no observation has it'
        from body b
       where b.record_id > $1 and b.record_id <= $2
         and not exists (select from observation o
                          where o.record_id = b.record_id and o.number = b.observation
                            and o.stored_at = b.stored_at
                            and o.record_id > $1 and o.record_id <= $2)
      """;
  private static final String STRAY_REVISIONS =
      """
      select 'revision', r.record_id, r.started_by, 'the observation did not start it'
        from revision r
       where r.record_id > $1 and r.record_id <= $2
         and not exists (select from observation o
                          where o.record_id = r.record_id and o.number = r.started_by
                            and o.starts_revision and o.revision = r.number
                            and o.record_id > $1 and o.record_id <= $2)
      """;

  private static final List<String> QUESTIONS =
      List.of(
          UNCOMMITTED,
          GAPS,
          UNLOGGED,
          STRAY_BODIES,
          STRAY_REVISIONS,
          DerivedProfiles.DIFFERING,
          Projections.DIFFERING);

  private final Transactions transactions;

  Leftovers(Transactions transactions) {
    this.transactions = transactions;
  }

  /** Every finding. Two ranges are asked about at a time, each on a connection of its own. */
  Multi<Finding> all() {
    return ranges()
        .onItem()
        .transformToUni(range -> transactions.readOn(c -> ask(c, 0, range, new ArrayList<>())))
        .merge(2)
        .onItem()
        .<Finding>disjoint();
  }

  /** Parameters of the questions: the record id before the range and the last one in it. */
  private Multi<Tuple> ranges() {
    AtomicReference<String> last = new AtomicReference<>("");
    return Multi.createBy()
        .repeating()
        .uni(() -> upto(last.get()).map(upto -> next(last.getAndSet(upto), upto)))
        .until(Optional::isEmpty)
        .map(Optional::orElseThrow);
  }

  private Uni<String> upto(String after) {
    return transactions.readOn(
        connection ->
            connection
                .preparedQuery(RANGE)
                .execute(Tuple.of(after))
                .map(rows -> rows.iterator().next().getString(0)));
  }

  private static Optional<Tuple> next(String after, String upto) {
    return upto == null || upto.equals(after)
        ? Optional.empty()
        : Optional.of(Tuple.of(after, upto));
  }

  private static Uni<List<Finding>> ask(
      SqlConnection connection, int question, Tuple range, List<Finding> found) {
    if (question == QUESTIONS.size()) {
      return Uni.createFrom().item(found);
    }
    return connection
        .preparedQuery(QUESTIONS.get(question))
        .execute(range)
        .invoke(rows -> add(found, rows))
        .chain(() -> ask(connection, question + 1, range, found));
  }

  private static void add(List<Finding> found, RowSet<Row> rows) {
    for (Row row : rows) {
      String record = row.getString(1);
      Integer number = row.getInteger(2);
      String which = number == null ? record : ObservationCheck.which(record, number);
      found.add(new Finding(row.getString(0), which, row.getString(3)));
    }
  }
}
