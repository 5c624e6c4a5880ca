package io.livenessledger.access.about;

import io.livenessledger.access.about.AboutView.Database;
import io.livenessledger.access.about.AboutView.Guard;
import io.livenessledger.store.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Asks the database what it is and how it guards what must not change. */
@ApplicationScoped
class Facts {
  private static final String DATABASE =
      """
      select host(inet_server_addr()) as server, current_database() as name,
             current_setting('server_version') as version, current_user as who,
             (select version from pg_stat_ssl where pid = pg_backend_pid() and ssl) as tls,
             current_setting('data_checksums') = 'on' as checksums,
             current_setting('fsync') = 'on' and current_setting('synchronous_commit') <> 'off'
               and current_setting('full_page_writes') = 'on' as durable,
             clock_timestamp() as now,
             (select coalesce(sum(events), 0) from access_failure
               where last_at > clock_timestamp() - interval '24 hours')::bigint as failed
      """;

  // A table is as guarded as the least of its partitions: each can be named by itself.
  // tgtype: 8 delete, 16 update, 32 truncate; before, by statement. tgenabled A: also in replica
  // mode
  private static final String GUARDS =
      """
      select t.name,
             bool_and(exists (select from pg_trigger g join pg_proc p on p.oid = g.tgfoid
                      where g.tgrelid = c.oid and p.proname = 'refuse_change' and g.tgenabled = 'A'
                        and g.tgtype & 56 = 56 and g.tgqual is null)) as guarded,
             bool_or(has_table_privilege(c.oid, 'UPDATE')) as may_update,
             bool_or(has_table_privilege(c.oid, 'DELETE')) as may_delete,
             bool_or(has_table_privilege(c.oid, 'TRUNCATE')) as may_truncate
        from unnest(array['access_event', 'access_failure', 'body', 'ledger_checkpoint', 'ledger_entry',
                          'ledger_leaf', 'ledger_tile', 'observation', 'observation_statement',
                          'record_change', 'record_change_leaf', 'revision',
                          'webhook_delivery']) as t (name)
        cross join lateral (
          select to_regclass(t.name) union select relid from pg_partition_tree(to_regclass(t.name))) as c (oid)
       where c.oid is not null
       group by t.name
       order by t.name
      """;

  private final Transactions transactions;
  private final Clock clock;

  Facts(Transactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /** What the database said of itself, and when. */
  record Found(Database database, Duration clockOffset, long failedWrites, List<Guard> guards) {}

  Uni<Found> now() {
    return transactions.readOn(
        connection ->
            asked(connection)
                .chain(
                    database ->
                        connection
                            .preparedQuery(GUARDS)
                            .execute()
                            .map(guards -> found(database, guards))));
  }

  /** The database's row, and the service's clock in the middle of the round trip. */
  private record Answer(Row row, Instant middle) {}

  private Uni<Answer> asked(SqlConnection connection) {
    return Uni.createFrom()
        .deferred(
            () -> {
              Instant before = clock.instant();
              return connection
                  .preparedQuery(DATABASE)
                  .execute()
                  .map(
                      rows -> {
                        Duration trip = Duration.between(before, clock.instant());
                        return new Answer(rows.iterator().next(), before.plus(trip.dividedBy(2)));
                      });
            });
  }

  private static Found found(Answer answer, RowSet<Row> rows) {
    Row row = answer.row();
    String tls = row.getString("tls");
    Database database =
        new Database(
            row.getString("server"),
            row.getString("name"),
            row.getString("version"),
            row.getString("who"),
            tls == null ? "OFF" : tls,
            "UNKNOWN",
            row.getBoolean("checksums"),
            row.getBoolean("durable"));
    Duration offset = Duration.between(row.getOffsetDateTime("now").toInstant(), answer.middle());
    List<Guard> guards = new ArrayList<>();
    rows.forEach(guard -> guards.add(guard(guard)));
    return new Found(database, offset, row.getLong("failed"), guards);
  }

  private static Guard guard(Row row) {
    List<String> grants =
        Stream.of("update", "delete", "truncate")
            .filter(change -> row.getBoolean("may_" + change))
            .toList();
    boolean trigger = row.getBoolean("guarded");
    return new Guard(row.getString("name"), trigger, grants, trigger && grants.isEmpty());
  }
}
