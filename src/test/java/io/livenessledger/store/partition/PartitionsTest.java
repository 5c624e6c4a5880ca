package io.livenessledger.store.partition;

import static io.livenessledger.store.partition.PartitionedDatabase.TABLES;
import static io.livenessledger.store.partition.PartitionedDatabase.documented;
import static io.livenessledger.store.partition.PartitionedDatabase.inside;
import static io.livenessledger.store.partition.PartitionedDatabase.partition;
import static io.livenessledger.store.partition.PartitionedDatabase.thisMonth;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.store.embedded.Role;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the database does about partitions, whoever asks. */
class PartitionsTest {
  private static final YearMonth LATER = thisMonth().plusMonths(20);

  private final PartitionedDatabase database = new PartitionedDatabase().migrated("latest");

  @Test
  void eachRowIsInThePartitionOfItsMonth() throws SQLException {
    database.ahead(LATER, 0);
    database.store("next", inside(thisMonth().plusMonths(1)));
    database.store("later", inside(LATER));
    database.store("past", inside(thisMonth().minusMonths(30)));
    database.store("never", inside(LATER.plusMonths(1)));

    for (String table : TABLES) {
      assertEquals(
          List.of(
              "later|" + partition(table, LATER),
              "never|" + table + "_default",
              "next|" + partition(table, thisMonth().plusMonths(1)),
              "past|" + table + "_first"),
          database.rows(
              Role.APP, "select record_id, tableoid::regclass from " + table + " order by 1"));
    }
  }

  @Test
  void nobodyChangesARowByNamingItsPartition() throws SQLException {
    database.ahead(LATER, 0);
    database.store("past", inside(thisMonth().minusMonths(30)));
    database.store("later", inside(LATER));
    List<String> every = new ArrayList<>(TABLES);
    every.addAll(database.rows(Role.APP, "select name from partition_ranges()"));
    assertEquals(3 + 3 * 7, every.size(), every.toString());

    for (String table : every) {
      List<String> changes =
          List.of(
              "update " + table + " set statement = ''",
              "delete from " + table + " where false",
              "truncate " + table,
              "insert into " + table + " select * from " + table + " on conflict do nothing");
      for (String change : changes.subList(0, 3)) {
        String sql = table.startsWith("body") ? change.replace("statement", "bytes") : change;
        assertRefused(Role.APP, sql, "permission denied");
        assertRefused(Role.OWNER, sql, "append-only");
        assertRefused(Role.SUPERUSER, sql, "append-only");
        assertRefused(
            Role.SUPERUSER, "set session_replication_role = replica; " + sql, "append-only");
      }
      if (!TABLES.contains(table)) {
        assertRefused(Role.APP, changes.get(3), "permission denied");
        assertRefused(Role.APP, "select from " + table, "permission denied");
      }
    }
  }

  @Test
  void whatIsMissingIsMadeAndTwiceIsOnce() throws SQLException {
    assertEquals(List.of(), database.ahead(thisMonth(), 3));
    assertEquals("3", database.one("select partition_months_ahead(now())"));

    List<String> made = database.ahead(thisMonth(), 5);

    assertEquals(
        TABLES.stream()
            .flatMap(
                table ->
                    Stream.of(4, 5).map(n -> partition(table, thisMonth().plusMonths(n)) + "|MADE"))
            .toList(),
        made);
    assertEquals(List.of(), database.ahead(thisMonth(), 5));
    assertEquals("5", database.one("select partition_months_ahead(now())"));
    assertEquals("-1", database.one("select partition_months_ahead('" + inside(LATER) + "')"));
  }

  @Test
  void severalAtOnceMakeThemOnce() throws Exception {
    int callers = 4;
    CyclicBarrier ready = new CyclicBarrier(callers);
    ExecutorService threads = Executors.newFixedThreadPool(callers);
    Callable<List<String>> call =
        () -> {
          ready.await();
          return database.ahead(LATER, 2);
        };
    List<String> made = new ArrayList<>();
    for (Future<List<String>> answer :
        threads.invokeAll(Stream.generate(() -> call).limit(callers).toList())) {
      made.addAll(answer.get());
    }
    threads.shutdown();

    assertEquals(9, made.size(), made.toString());
    assertTrue(made.stream().allMatch(m -> m.endsWith("|MADE")), made.toString());
    assertEquals("2", database.one("select partition_months_ahead('" + inside(LATER) + "')"));
  }

  @Test
  void theProgramMakesNothingElse() throws SQLException {
    assertRefused(Role.APP, "create table t (n int)", "permission denied");
    assertRefused(
        Role.APP,
        "create table t partition of body for values from ('2040-01-01') to ('2040-02-01')",
        "permission denied");
    assertRefused(
        Role.APP,
        "select partition_make('body', 'b', 'default')",
        "permission denied for function");
    assertRefused(
        Role.APP,
        "select partition_attach('body', 'lease', 'default')",
        "permission denied for function");
    assertRefused(Role.APP, "select partitions_ahead(now(), 25)", "up to 24 months");
    assertRefused(Role.APP, "select partitions_ahead(now(), null)", "up to 24 months");
    assertRefused(Role.APP, "select partitions_ahead('infinity', 1)", "up to 24 months");
    assertRefused(
        Role.APP,
        "set search_path = pg_temp, public; create temporary table pg_class ()",
        "permission denied");
  }

  @Test
  void rowsInTheDefaultPartitionDoNotStopTheOthers() throws SQLException, IOException {
    database.store("early", inside(LATER));

    List<String> said = database.ahead(LATER, 1);

    for (String table : TABLES) {
      assertTrue(said.contains(partition(table, LATER) + "|ROWS_IN_DEFAULT"), said.toString());
      assertTrue(said.contains(partition(table, LATER.plusMonths(1)) + "|MADE"), said.toString());
    }
    assertEquals("-1", database.one("select partition_months_ahead('" + inside(LATER) + "')"));

    database.run(Role.OWNER, String.join(";", documented("move", LATER)));

    assertEquals(
        "early|" + partition("body", LATER),
        database.one("select record_id, tableoid::regclass from body"));
    assertEquals(
        List.of(
            partition("access_event", LATER) + "|ROWS_IN_DEFAULT",
            partition("observation_statement", LATER) + "|ROWS_IN_DEFAULT"),
        database.ahead(LATER, 1));
    for (String moved : List.of(partition("body", LATER), "body_default")) {
      assertRefused(Role.OWNER, "delete from " + moved, "append-only");
      assertRefused(Role.APP, "select from " + moved, "permission denied");
      assertEquals("pk_" + moved, database.one(indexOf(moved)));
    }
    assertEquals(
        List.of(LATER + "-01 00:00:00+00|1"),
        database.rows(
            Role.OWNER,
            String.join("", documented("look", LATER))
                .replace("body_default", "access_event_default")
                .replace("stored_at", "at")));
  }

  private static String indexOf(String table) {
    return "select indexname from pg_indexes where tablename = '" + table + "'";
  }

  @Test
  void aTableNameThatIsTakenDoesNotStopTheOthers() throws SQLException {
    database.run(Role.OWNER, "create table " + partition("body", LATER) + " (n int)");

    List<String> said = database.ahead(LATER, 0);

    assertEquals(
        List.of(
            partition("access_event", LATER) + "|MADE",
            partition("body", LATER) + "|NAME_TAKEN",
            partition("observation_statement", LATER) + "|MADE"),
        said);
  }

  @Test
  void whoHasToWaitForALockGivesUpBeforeOthersWaitForIt() throws SQLException {
    try (Connection writer = database.connect(Role.APP);
        Statement statement = writer.createStatement()) {
      writer.setAutoCommit(false);
      statement.execute("insert into record (id) values ('held')");
      statement.execute(
          "insert into observation (record_id, number, outcome, trigger, fetched_at, stored_at,"
              + " starts_revision, vendor_status, request_id, caller) values ('held', 1, 'ABSENT',"
              + " 'REFRESH', now(), now(), false, 404, 'q', 'c')");

      assertEquals(
          List.of(partition("access_event", LATER) + "|MADE", partition("body", LATER) + "|BUSY"),
          database.ahead(LATER, 0));
      writer.commit();
    }
    assertEquals(
        List.of(
            partition("body", LATER) + "|MADE",
            partition("observation_statement", LATER) + "|MADE"),
        database.ahead(LATER, 0));
  }

  @Test
  void aBodyIsOfTheTimeOfItsObservation() throws SQLException {
    database.store("one", inside(thisMonth()));
    String other =
        "insert into body select record_id, observation, stored_at + interval '%s', bytes, digest,"
            + " content_type, headers from body";

    assertRefused(Role.APP, other.formatted("1 microsecond"), "was stored at another time");
    assertRefused(Role.APP, other.formatted("1 month"), "was stored at another time");
    assertRefused(
        Role.OWNER,
        other
            .formatted("1 month")
            .replace("into body", "into " + partition("body", thisMonth().plusMonths(1))),
        "was stored at another time");
    assertRefused(
        Role.APP,
        "insert into observation_statement select record_id, observation, now() - interval '1 year',"
            + " entry, salt, statement from observation_statement",
        "was stored at another time");
    assertRefused(Role.APP, other.formatted("0"), "pk_body");
    assertRefused(
        Role.APP,
        other.formatted("0").replace("record_id,", "'none',"),
        "fk_body_record_id_observation");
  }

  @Test
  void whoKnowsTheTimeLooksIntoOnePartition() throws SQLException {
    database.store("one", inside(thisMonth().plusMonths(1)));
    String read = "explain select bytes from body where record_id = 'one' and observation = 1";

    List<String> plan =
        database.rows(
            Role.APP, read + " and stored_at = '" + inside(thisMonth().plusMonths(1)) + "'");

    String text = String.join("\n", plan);
    assertTrue(text.contains(partition("body", thisMonth().plusMonths(1))), text);
    assertFalse(text.contains("body_default") || text.contains("body_first"), text);
    assertTrue(String.join("\n", database.rows(Role.APP, read)).contains("body_first"));
  }

  @Test
  void theNewestEventsAreReadOffTheIndexes() throws SQLException {
    String read = "explain select statement from access_event where entry < 99 order by entry desc";

    String plan =
        String.join("\n", database.rows(Role.APP, "set enable_sort = off; " + read + " limit 50"));

    assertTrue(plan.contains("Merge Append"), plan);
    assertTrue(plan.contains("Index Scan Backward using pk_access_event_default"), plan);
    assertFalse(plan.contains("Seq Scan"), plan);
  }

  private void assertRefused(Role role, String sql, String because) {
    SQLException refused = assertThrows(SQLException.class, () -> database.run(role, sql), sql);
    assertTrue(refused.getMessage().contains(because), sql + ": " + refused.getMessage());
  }
}
