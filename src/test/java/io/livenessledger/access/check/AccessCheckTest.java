package io.livenessledger.access.check;

import static io.livenessledger.testkit.Api.RECORDS;
import static io.livenessledger.testkit.Api.as;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.LedgerCheck;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.Log;
import io.livenessledger.testkit.OwnDatabase;
import io.livenessledger.testkit.Tampering;
import io.livenessledger.testkit.Tampering.Change;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A superuser changes who looked, and the check names the event. */
@LedgerTest
@TestProfile(AccessCheckTest.Own.class)
class AccessCheckTest {
  /** A database that is left in ruins. */
  public static class Own extends OwnDatabase {}

  private String event;
  private String leaf;

  @BeforeEach
  void look() throws SQLException {
    Tampering.removeGuards();
    String id = Bodies.freshId();
    as("viewer").header("Access-Purpose", "a look").get(RECORDS + "/" + id).then().statusCode(404);
    Log.published();
    event = one("select entry from access_event where record_id = '" + id + "'");
    leaf = one("select leaf_index from ledger_leaf where entry = " + event);
  }

  @Test
  void eachChangedColumnIsNamed() throws SQLException {
    for (Change change : Tampering.changes("access_event")) {
      if (change.column().equals("entry")) {
        continue; // as if the row were gone
      }
      Set<String> findings =
          between(
              "update access_event set " + change.column() + " = " + change.value() + row(), row());
      assertEquals(Set.of("access-event " + event), findings, change.column());
    }
    assertEquals(Set.of(), LedgerCheck.findings());
  }

  @Test
  void anEventThatIsGoneIsNamedByItsLeaf() throws SQLException {
    assertEquals(
        Set.of("access-event leaf " + leaf), between("delete from access_event" + row(), row()));
    assertEquals(Set.of(), LedgerCheck.findings());
  }

  @Test
  void anEventThatWasMadeUpIsNamed() throws SQLException {
    Tampering.run(
        "insert into access_event select 999999999, at, action, outcome, subject, purpose, record_id,"
            + " record_ids, salt, statement from access_event"
            + row());
    Set<String> findings = LedgerCheck.findings();
    Tampering.run("delete from access_event where entry = 999999999");

    assertEquals(Set.of("access-event 999999999"), findings);
    assertEquals(Set.of(), LedgerCheck.findings());
  }

  /** Its own leaf leads to neither: the month is another one. */
  @Test
  void aSecondEventOfAnEntryIsNamedWhicheverItsMonth() throws SQLException {
    Tampering.run(
        "insert into access_event select entry, at + interval '40 days', action, outcome, subject,"
            + " purpose, record_id, record_ids, salt, statement from access_event"
            + row());
    Set<String> findings = LedgerCheck.findings();
    Tampering.run("delete from access_event" + row() + " and at > now() + interval '30 days'");

    assertEquals(Set.of("access-event " + event), findings);
    assertEquals(Set.of(), LedgerCheck.findings());
  }

  @Test
  void anEventThatMovedToAnotherMonthIsNamed() throws SQLException {
    assertEquals(
        Set.of("access-event " + event),
        between("update access_event set at = at + interval '400 days'" + row(), row()));
  }

  private String row() {
    return " where entry = " + event;
  }

  /** What is found while the row is changed; it is put back. */
  private static Set<String> between(String tamper, String row) throws SQLException {
    Tampering.run("create table gone as select * from access_event" + row, tamper);
    try {
      return LedgerCheck.findings();
    } finally {
      Tampering.run(
          "delete from access_event" + row,
          "insert into access_event select * from gone",
          "drop table gone");
    }
  }

  private static String one(String query) throws SQLException {
    return Database.rows(query).get(0);
  }
}
