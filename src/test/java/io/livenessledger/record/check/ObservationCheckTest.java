package io.livenessledger.record.check;

import static io.livenessledger.testkit.Api.refresh;
import static io.livenessledger.testkit.Api.submit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.ledger.check.Finding;
import io.livenessledger.ledger.check.LoggedLeaf;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.Log;
import io.livenessledger.testkit.OwnDatabase;
import io.livenessledger.testkit.Tampering;
import io.livenessledger.testkit.Tampering.Change;
import io.livenessledger.testkit.Vendor;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every change that a superuser makes is found, and named; nothing else is. */
@LedgerTest
@TestProfile(ObservationCheckTest.Own.class)
class ObservationCheckTest {
  /** A start, and with it a database, that no other class ruins. */
  public static class Own extends OwnDatabase {}

  private static final int OBSERVATIONS = 9;

  @Inject ObservationCheck check;

  private final Vendor vendor = new Vendor();
  private final String id = Bodies.freshId();

  /** Present, confirmed, absent, returned, unreadable, handed in, changed, and too large. */
  @BeforeEach
  void everyKindOfObservation() throws SQLException {
    Tampering.removeGuards();
    vendor.answers(
        id,
        Vendor.ok(Bodies.of("flat-warnings", id)),
        Vendor.ok(Bodies.of("flat-warnings", id)),
        Vendor.absent(),
        Vendor.ok(Bodies.of("flat-warnings", id)).withHeader("ETag", "\"x\""),
        Vendor.ok("<html>"),
        Vendor.ok(Bodies.of("nested", id)),
        Vendor.ok("x".repeat(1024 * 1024 + 1)),
        Vendor.absent());
    for (int i = 0; i < 8; i++) {
      refresh(id);
    }
    submit(id, Bodies.of("post", id)).then().statusCode(201);
    Log.published();
  }

  @Test
  void whatNobodyTouchedIsGenuine() throws Throwable {
    String submitted = Bodies.freshId();
    submit(submitted, Bodies.of("post", submitted));
    String unreadable = Bodies.freshId();
    vendor.answers(unreadable, Vendor.ok("no json"));
    refresh(unreadable);
    String returned = Bodies.freshId();
    submit(returned, Bodies.of("nested", returned));
    vendor.answers(
        returned, Vendor.absent(), Vendor.ok(Bodies.of("nested", returned)), Vendor.absent());
    for (int i = 0; i < 3; i++) {
      refresh(returned);
    }
    submit(returned, Bodies.of("post", returned));
    Log.published();

    assertEquals(List.of(), findings(id));
    assertEquals(List.of(), findings(submitted));
    assertEquals(List.of(), findings(unreadable));
    assertEquals(List.of(), findings(returned));
    List<LoggedLeaf> leaves = leavesOf(id);
    assertEquals(OBSERVATIONS, leaves.size());
    assertEquals(List.of(), examined(leaves));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          observation           | number      | 1 | observation, body, commitment, revision
          observation           | number      | 9 | observation, body, commitment, revision
          revision              | started_by  | 6 | revision, observation
          body                  | observation | 4 | body
          observation_statement | observation | 2 | statement, commitment
          """)
  void aChangedColumnIsFoundWhicheverItIs(String table, String numbered, int number, String blamed)
      throws Throwable {
    String row = " where record_id = '" + id + "' and " + numbered + " = " + number;
    for (Change change : Tampering.changes(table)) {
      if (Set.of("record_id", numbered).contains(change.column())) {
        continue; // another row's key: moved rows have a test of their own
      }
      changed(
          table,
          row,
          change,
          found -> {
            assertTrue(
                found.stream().anyMatch(f -> f.which().equals(observation(number))),
                table + "." + change.column() + ": " + found);
            assertTrue(
                Set.of(blamed.split(", ", -1)).containsAll(whats(found, observation(number))),
                table + "." + change.column() + ": " + found);
          });
    }
    assertEquals(List.of(), findings(id));
  }

  @Test
  void aChangedColumnOfTheProjectionIsFoundWhicheverItIs() throws Throwable {
    for (Change change : Tampering.changes("record")) {
      if (!change.column().equals("id")) {
        changed(
            "record",
            " where id = '" + id + "'",
            change,
            found -> {
              assertEquals(Set.of("record"), whats(found, id), change.column() + ": " + found);
              assertEquals(
                  "its row differs from its observations in " + change.column(),
                  found.get(0).detail());
            });
      }
    }
    assertEquals(List.of(), findings(id));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"leaf = set_byte(leaf, 40, 65)", "leaf = 'x'", "leaf = '{\"kind\":\"o\"}'"})
  void aChangedLeafIsFound(String change) throws Throwable {
    LoggedLeaf leaf = leavesOf(id).get(3);
    Tampering.run("update ledger_entry set " + change + " where id = " + leaf.entry());

    List<Finding> found = examined(leavesOf(id));

    assertEquals(List.of(observation(4)), found.stream().map(Finding::which).toList());
    assertEquals("commitment", found.get(0).what());
  }

  /** A body, its digests, its size: whoever knows all the columns still cannot reach the leaf. */
  @Test
  void aThoroughForgeryIsFoundByTheStatement() throws Throwable {
    String bytes = "convert_to('forged', 'UTF8')";
    Tampering.run(
        "update body set bytes = "
            + bytes
            + ", digest = sha256("
            + bytes
            + ")"
            + at("observation", 2),
        "update observation set body_digest = sha256("
            + bytes
            + "), body_size = 6"
            + at("number", 2));

    assertEquals(
        List.of(
            new Finding("observation", observation(2), "bodyDigest differs from the statement"),
            new Finding("observation", observation(2), "bodySize differs from the statement")),
        findings(id));
  }

  @Test
  void aStatementThatWasMadeToFitIsFoundByTheLeaf() throws Throwable {
    Tampering.run(
        "update observation set caller = 'nobody'" + at("number", 2),
        "update observation_statement set statement = convert_to(replace(convert_from(statement,"
            + " 'UTF8'), '\"caller\":\"operator\"', '\"caller\":\"nobody\"'), 'UTF8')"
            + at("observation", 2));

    List<Finding> found = findings(id);

    assertTrue(whats(found, observation(2)).contains("commitment"), found.toString());
    // The next one names the commitment of the statement as it was
    assertTrue(whats(found, observation(3)).contains("statement"), found.toString());
  }

  @Test
  void twoSwappedBodiesOrStatementsAreFound() throws Throwable {
    for (String table : List.of("body", "observation_statement")) {
      String swap =
          "update "
              + table
              + " set observation = case observation when 1 then -6 when 6 then -1"
              + " else -observation end where record_id = '"
              + id
              + "' and observation in (1, 6, -1, -6)";
      Tampering.run(swap, swap.replace("then -6", "then 6"));
      Tampering.run(
          "update " + table + " set observation = abs(observation) where record_id = '" + id + "'");

      List<Finding> found = findings(id);

      for (int number : List.of(1, 6)) {
        assertFalse(whats(found, observation(number)).isEmpty(), table + ": " + found);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          observation                                  | 9 | observation
          observation                                  | 4 | observation
          body                                         | 9 | body
          observation_statement                        | 9 | observation
          observation_statement                        | 4 | observation
          observation, body                            | 9 | observation
          observation, observation_statement           | 9 | body
          observation, observation_statement           | 4 | observation
          observation, body, observation_statement     | 4 | observation
          """)
  void whatWasRemovedIsMissed(String tables, int number, String what) throws Throwable {
    for (String table : List.of(tables.split(", ", -1))) {
      Tampering.run(
          "delete from "
              + table
              + at(table.equals("observation") ? "number" : "observation", number));
    }

    List<Finding> found = findings(id);

    assertTrue(whats(found, observation(number)).contains(what), found.toString());
  }

  @Test
  void theNewestRemovedWithAllThatIsKnownOfItLeavesItsLeaf() throws Throwable {
    List<LoggedLeaf> leaves = leavesOf(id);
    Tampering.run(
        "delete from observation_statement" + at("observation", 9),
        "delete from body" + at("observation", 9),
        "delete from revision" + at("started_by", 9),
        "delete from observation" + at("number", 9));

    String leaf = "leaf " + leaves.get(8).index();
    assertEquals(Set.of("statement"), whats(examined(leaves), leaf));
    assertEquals(Set.of("record"), whats(findings(id), id));
  }

  @Test
  void whatWasAddedIsFound() throws Throwable {
    Tampering.run(
        "insert into observation select (jsonb_populate_record(o, '{\"number\": 10, \"trigger\": \"REFRESH\"}')).* from"
            + " observation o"
            + at("number", 9),
        "insert into body select (jsonb_populate_record(b, '{\"observation\": 11}')).* from body b"
            + at("observation", 9),
        "insert into revision select (jsonb_populate_record(r, '{\"number\": 9}')).* from"
            + " revision r"
            + at("started_by", 6));

    List<Finding> found = findings(id);

    assertTrue(whats(found, observation(10)).contains("observation"), found.toString());
    assertTrue(whats(found, observation(11)).contains("body"), found.toString());
    assertTrue(whats(found, observation(6)).contains("revision"), found.toString());
  }

  @ParameterizedTest
  @CsvSource({"body, body", "observation_statement, statement"})
  void aSecondOneOfAnotherMonthIsFound(String table, String what) throws Throwable {
    Tampering.run(
        "insert into "
            + table
            + " select (jsonb_populate_record(t, jsonb_build_object('stored_at', stored_at + interval"
            + " '40 days'))).* from "
            + table
            + " t"
            + at("observation", 4));

    assertEquals(Set.of(what), whats(findings(id), observation(4)));
  }

  @ParameterizedTest
  @CsvSource({"body, body", "observation_statement, statement"})
  void oneThatMovedToAnotherMonthIsFound(String table, String what) throws Throwable {
    Tampering.run(
        "update "
            + table
            + " set stored_at = stored_at + interval '400 days'"
            + at("observation", 4));

    Set<String> found = whats(findings(id), observation(4));

    assertTrue(found.contains(what), found.toString());
  }

  @Test
  void aRecordWithoutItsRowIsFound() throws Throwable {
    Tampering.run("delete from record where id = '" + id + "'");

    assertEquals(List.of(new Finding("record", id, "its row is gone")), findings(id));
  }

  @Test
  void anEntryThatLeftTheLedgerIsFound() throws Throwable {
    LoggedLeaf leaf = leavesOf(id).get(3);
    Tampering.run("delete from ledger_leaf where entry = " + leaf.entry());

    assertEquals(
        List.of(new Finding("statement", observation(4), "its entry is not in the ledger")),
        findings(id));
  }

  // ---- what the tests above are written with
  // -----------------------------------------------------

  private interface Assertions {
    void on(List<Finding> found);
  }

  private void changed(String table, String row, Change change, Assertions assertions)
      throws Throwable {
    Tampering.run(
        "drop table if exists saved", "create table saved as select * from " + table + row);
    Tampering.update(table, change.column() + " = " + change.value() + row);
    assertions.on(findings(id));
    Tampering.update(
        table, change.column() + " = (select " + change.column() + " from saved)" + row);
  }

  private String at(String numbered, int number) {
    return " where record_id = '" + id + "' and " + numbered + " = " + number;
  }

  private String observation(int number) {
    return id + "/observations/" + number;
  }

  private static Set<String> whats(List<Finding> found, String which) {
    return found.stream()
        .filter(f -> f.which().equals(which))
        .map(Finding::what)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<Finding> findings(String record) throws Throwable {
    List<Finding> found = new ArrayList<>(examined(leavesOf(record)));
    VertxContextSupport.subscribeAndAwait(() -> check.examineRest().collect().asList()).stream()
        .filter(f -> f.which().equals(record) || f.which().startsWith(record + "/"))
        .forEach(found::add);
    return found;
  }

  private List<Finding> examined(List<LoggedLeaf> leaves) throws Throwable {
    return VertxContextSupport.subscribeAndAwait(() -> check.examine(leaves));
  }

  /** In the order of the log; of what is there. */
  private static List<LoggedLeaf> leavesOf(String record) throws SQLException {
    return Database.rows(
            "select l.leaf_index, l.entry, encode(e.leaf, 'hex') from observation_statement s"
                + " join ledger_leaf l on l.entry = s.entry join ledger_entry e on e.id = l.entry"
                + " where s.record_id = '"
                + record
                + "' order by l.leaf_index")
        .stream()
        .map(row -> row.split("\\|", -1))
        .map(
            row ->
                new LoggedLeaf(
                    Long.parseLong(row[0]),
                    Long.parseLong(row[1]),
                    HexFormat.of().parseHex(row[2])))
        .toList();
  }
}
