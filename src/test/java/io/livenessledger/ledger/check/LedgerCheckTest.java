package io.livenessledger.ledger.check;

import static io.livenessledger.testkit.Api.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.merkle.note.Checkpoint;
import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.LedgerCheck;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.Log;
import io.livenessledger.testkit.OwnDatabase;
import io.livenessledger.testkit.Tampering;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A superuser changes what is stored, and the check names it. Each change is taken back again. */
@LedgerTest
@TestProfile(LedgerCheckTest.Own.class)
class LedgerCheckTest {
  private static final String FLIP = "set_byte(%1$s, 5, get_byte(%1$s, 5) # 1)";

  private static boolean prepared;

  /** A start, and with it a database, that no other class uses. */
  public static class Own extends OwnDatabase {}

  /**
   * Two observations of one record somewhere among 700 leaves, two full tiles and a partial one.
   */
  @BeforeEach
  void fill() throws SQLException {
    if (!prepared) {
      append(300);
      Api.submit("checked", Bodies.small("checked", "new")).then().statusCode(201);
      Api.submit("checked", Bodies.small("checked", "done")).then().statusCode(201);
      append(398);
      Tampering.removeGuards();
      prepared = true;
    }
    Log.published();
  }

  private static void append(int leaves) throws SQLException {
    try (Connection app = Database.asApp()) {
      app.setAutoCommit(false);
      for (int i = 0; i < leaves; i++) {
        Log.append(app, Log.data(leaves + " " + i));
      }
      app.commit();
    }
    Log.published();
  }

  @Test
  void whatIsAsCommittedPassesAndIsALeafItself() throws SQLException {
    Checkpoint before = Log.checkpoint();

    JsonPath check = LedgerCheck.run();

    assertEquals("PASSED", check.getString("state"), check.prettify());
    long size = check.getLong("treeSize");
    // The question itself may be the newest leaf of the tree that was checked
    assertTrue(size == before.size() || size == before.size() + 1, before + " " + size);
    assertEquals(size, check.getLong("leavesChecked"));
    assertEquals(
        List.of(check.getString("rootHash")),
        Database.rows(
            "select distinct encode(root, 'base64') from ledger_checkpoint where tree_size = "
                + size));
    assertEquals(
        List.of("1"),
        Database.rows(
            "select count(*) from ledger_check join ledger_entry on id = entry where number = "
                + check.getLong("number")));
    Checkpoint after = Log.published();
    as("auditor")
        .get("/v1/ledger")
        .then()
        .statusCode(200)
        .body("size", greaterThanOrEqualTo((int) after.size()))
        .body("sequenced", greaterThanOrEqualTo((int) after.size()))
        .body("integrated", greaterThanOrEqualTo((int) after.size()))
        .body("keys[0].vkey", equalTo(Log.keys().get(0).vkey()))
        .body("checkpoint.number", greaterThan(1))
        .body("lastCheck.state", equalTo("PASSED"))
        .body("lastCheck.finishedAt", notNullValue())
        .body("runningCheck", equalTo(null));
  }

  @Test
  void aChangedByteIsNamed() throws SQLException {
    assertFound(
        "update ledger_entry set leaf = %s where id = (select entry from ledger_leaf where leaf_index = 7)",
        "leaf", "leaf 7");
    assertFound(
        "update ledger_tile set hashes = %s where level = 0 and tile_index = 0",
        "hashes", "tile tile/0/000");
    assertFound(
        "update ledger_tile set hashes = %s where level = 0 and tile_index = 1",
        "hashes", "tile tile/0/001");
    assertFound(
        "update ledger_edge set hashes = %s where level = 1",
        "hashes", "tile tile/1/000.p/" + Log.checkpoint().size() / 256);
    assertFound("update ledger_checkpoint set root = %s where number = 2", "root", "checkpoint 2");
    assertFound(
        "update body set bytes = %s where record_id = 'checked' and observation = 2",
        "bytes", "body checked/observations/2");
    assertFound(
        "update observation_statement set salt = %s where record_id = 'checked' and observation = 2",
        "salt", "commitment checked/observations/2", "record checked");
  }

  @Test
  void aChangedByteOfThePartialTileIsNamed() throws SQLException {
    long size = Log.checkpoint().size();
    String tile = "tile tile/0/00" + size / 256 + ".p/" + size % 256;

    assertFound("update ledger_edge set hashes = %s where level = 0", "hashes", tile);
  }

  @Test
  void aForgedNoteIsNamed() throws SQLException {
    assertFoundBetween(
        "update ledger_checkpoint set note = replace(note, E'\\n\\n', E'\\nforged\\n\\n') where number = 2",
        "update ledger_checkpoint set note = replace(note, E'\\nforged', '') where number = 2",
        Set.of("checkpoint 2"));
    assertFoundBetween(
        "create table gone as select * from ledger_checkpoint where number = 2;"
            + " delete from ledger_checkpoint where number = 2",
        "insert into ledger_checkpoint select * from gone; drop table gone",
        Set.of("checkpoint 2"));
  }

  @Test
  void aDeletedNewestObservationIsNamed() throws SQLException {
    assertFoundBetween(
        "create table gone as select * from observation where record_id = 'checked' and number = 2;"
            + " delete from observation where record_id = 'checked' and number = 2",
        "insert into observation select * from gone; drop table gone",
        Set.of(
            "observation checked/observations/2",
            "body checked/observations/2",
            "revision checked/observations/2",
            "record checked"));
  }

  @Test
  void swappedLeavesAreNamed() throws SQLException {
    List<String> entries =
        Database.rows(
            "select entry from ledger_leaf where leaf_index in (3, 4) order by leaf_index");
    String restore =
        "update ledger_leaf set entry = -leaf_index - 1 where leaf_index in (3, 4);"
            + " update ledger_leaf set entry = %s where leaf_index = 3;"
            + " update ledger_leaf set entry = %s where leaf_index = 4";
    assertFoundBetween(
        restore.formatted(entries.get(1), entries.get(0)),
        restore.formatted(entries.get(0), entries.get(1)),
        Set.of("leaf 3", "leaf 4"));
  }

  @Test
  void aLeafThatIsGoneIsNamed() throws SQLException {
    assertFoundBetween(
        "create table gone as select * from ledger_leaf where leaf_index = 9;"
            + " delete from ledger_leaf where leaf_index = 9",
        "insert into ledger_leaf select * from gone; drop table gone",
        Set.of("leaf 9", "entry " + entryOf(9)));
    assertFoundBetween(
        "create table gone as select * from ledger_entry where id = "
            + entryOf(9)
            + "; delete from ledger_entry where id = "
            + entryOf(9),
        "insert into ledger_entry overriding system value select * from gone; drop table gone",
        Set.of("leaf 9"));
  }

  @Test
  void aTileThatIsGoneIsNamed() throws SQLException {
    assertFoundBetween(
        "create table gone as select * from ledger_tile where level = 0 and tile_index = 1;"
            + " delete from ledger_tile where level = 0 and tile_index = 1",
        "insert into ledger_tile select * from gone; drop table gone",
        Set.of("tile tile/0/001"));
  }

  @Test
  void aSkippedEntryIsNamed() throws SQLException {
    Tampering.run(
        "insert into ledger_entry (id, leaf) overriding system value values (999999, 'x')");
    assertEquals(Set.of("entry 999999"), LedgerCheck.findings());
    Tampering.run("delete from ledger_entry where id = 999999");
    assertEquals(Set.of(), LedgerCheck.findings());
  }

  @Test
  void onlyOneCheckIsOpenAtATime() {
    String first = as("auditor").post("/v1/ledger/check").header("Location");
    String second = as("auditor").post("/v1/ledger/check").header("Location");

    assertTrue(first.equals(second) || Integer.parseInt(second.replaceAll(".*/", "")) > 1);
    LedgerCheck.run();
  }

  @Test
  void numbersOfNoCheckAreNotFound() {
    for (String number : List.of("0", "99999", "x", "-1", "99999999999999999999")) {
      as("auditor")
          .get("/v1/ledger/check/" + number)
          .then()
          .statusCode(404)
          .body("type", equalTo("https://livenessledger.io/problems/not-found"));
    }
  }

  private static String entryOf(int leaf) throws SQLException {
    List<String> entries =
        Database.rows("select entry from ledger_leaf where leaf_index = " + leaf);
    return entries.get(0);
  }

  /** One bit of a column flipped, and back: flipping is its own inverse. */
  private static void assertFound(String update, String column, String... findings)
      throws SQLException {
    String flip = update.formatted(FLIP.formatted(column));
    assertFoundBetween(flip, flip, Set.of(findings));
  }

  private static void assertFoundBetween(String tamper, String restore, Set<String> expected)
      throws SQLException {
    // A batch under way would write what it read before, and so mend the edge
    Log.published();
    Tampering.run(tamper);
    Set<String> findings;
    try {
      findings = LedgerCheck.findings();
    } finally {
      Tampering.run(restore);
    }
    assertEquals(expected, findings, tamper);
    assertEquals(Set.of(), LedgerCheck.findings(), "after " + restore);
  }
}
