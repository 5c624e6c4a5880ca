package io.livenessledger.ledger.check;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.LedgerCheck;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.Log;
import io.livenessledger.testkit.OwnDatabase;
import io.livenessledger.testkit.Tampering;
import io.livenessledger.testkit.Tampering.Change;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The checks' own rows: jobs that survive their replica, and results that cannot be changed. */
@LedgerTest
@TestProfile(CheckRowsTest.Own.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class) // the last one takes the guards away
class CheckRowsTest {
  /** A start, and with it a database, that no other class ruins. */
  public static class Own extends OwnDatabase {}

  @Test
  @Order(1)
  void whatADeadReplicaBeganIsTakenOverWhenItsLeaseIsOver() throws SQLException {
    Log.append(Log.data("taken over"));
    Log.published();
    Database.execute(
        "insert into lease (name, holder, token, expires_at)"
            + " values ('ledger-check', 'dead', 1, clock_timestamp() + interval '3 seconds')"
            + " on conflict (name) do update set holder = 'dead', token = lease.token + 1,"
            + " expires_at = clock_timestamp() + interval '3 seconds'");
    Database.execute(
        "insert into ledger_check (trigger, state, requested_at, started_at, tree_size,"
            + " leaves_checked, findings_total)"
            + " values ('REQUESTED', 'RUNNING', date_trunc('second', now()), now(), 1000000, 500000, 3)");

    assertEquals(
        List.of("RUNNING|dead"),
        Database.rows(
            "select state, holder from ledger_check, lease where name = 'ledger-check'"
                + " order by number desc limit 1"));
    await()
        .atMost(Api.patience())
        .until(
            () -> Database.rows("select state from ledger_check order by number desc limit 1"),
            List.of("PASSED")::equals);

    assertEquals(
        List.of("t|0|t|t"),
        Database.rows(
            "select leaves_checked = tree_size, findings_total, finished_at >= started_at,"
                + " (select token > 1 and holder <> 'dead' from lease where name = 'ledger-check')"
                + " from ledger_check order by number desc limit 1"));
  }

  @Test
  @Order(2)
  void aResultChangesNoMore() {
    LedgerCheck.run();
    for (String change :
        List.of(
            "update ledger_check set findings_total = 0",
            "update ledger_check set state = 'PENDING'",
            "delete from ledger_check",
            "truncate ledger_check")) {
      assertThrows(SQLException.class, () -> Database.execute(change), change);
    }
  }

  @Test
  @Order(3)
  void aLeaseIsKeptForAsLongAsTheLastPartTakes() throws SQLException {
    SlowFacts.WAIT_FOR_RELEASE.set(true);
    String location = Api.as("auditor").post("/v1/ledger/check").header("Location");
    String expires = "select expires_at from lease where name = 'ledger-check'";
    await().atMost(Api.patience()).until(SlowFacts.WAITING::get);

    String first = Database.rows(expires).get(0);
    String second =
        await()
            .atMost(Api.patience())
            .until(() -> Database.rows(expires).get(0), now -> !now.equals(first));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> Database.rows(expires).get(0), now -> !now.equals(second));
    SlowFacts.WAIT_FOR_RELEASE.set(false);

    await()
        .atMost(Api.patience())
        .until(
            () -> Api.as("auditor").get(location).jsonPath().getString("state"), "PASSED"::equals);
  }

  @Test
  @Order(4)
  void aChangedResultIsFoundWhicheverColumnItIs() throws SQLException {
    LedgerCheck.run();
    Log.published();
    Tampering.removeGuards();
    String number =
        Database.rows("select max(number) from ledger_check where entry is not null").get(0);
    for (Change change : Tampering.changes("ledger_check")) {
      if (Set.of("number", "entry").contains(change.column())) {
        continue; // another row's key: as if the row were gone
      }
      Set<String> findings = changed(number, change);
      assertEquals(Set.of("check " + number), findings, change.column());
    }
    String leaf =
        Database.rows(
                "select leaf_index from ledger_leaf where entry ="
                    + " (select entry from ledger_check where number = "
                    + number
                    + ")")
            .get(0);
    Tampering.run(
        "create table gone as select * from ledger_check where number = " + number,
        "delete from ledger_check where number = " + number);
    Set<String> findings = LedgerCheck.findings();
    Tampering.run("insert into ledger_check overriding system value select * from gone");
    assertEquals(Set.of("check leaf " + leaf), findings);
    assertEquals(Set.of(), LedgerCheck.findings());
    assertFalse(Log.leaves(Log.published().size()).isEmpty());
    assertTrue(Database.rows("select from ledger_check where state = 'FAILED'").size() > 10);
  }

  private static Set<String> changed(String number, Change change) throws SQLException {
    String row = " where number = " + number;
    Tampering.run(
        "create table gone as select * from ledger_check" + row,
        "update ledger_check set " + change.column() + " = " + change.value() + row);
    try {
      return LedgerCheck.findings();
    } finally {
      Tampering.run(
          "update ledger_check set "
              + change.column()
              + " = (select "
              + change.column()
              + " from gone)"
              + row,
          "drop table gone");
    }
  }
}
