package io.livenessledger.ledger.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.merkle.note.Checkpoint;
import io.livenessledger.merkle.note.NoteSigner;
import io.livenessledger.merkle.note.SignedNote;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.LedgerCheck;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.Log;
import io.livenessledger.testkit.OwnDatabase;
import io.livenessledger.testkit.Tampering;
import io.quarkus.test.junit.TestProfile;
import java.security.KeyPairGenerator;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Forgeries that a walk along the leaves does not meet by itself: what lies beyond the tree, what
 * cannot be read, and a log that fits itself but is signed by somebody else.
 */
@LedgerTest
@TestProfile(ForgedLogTest.Own.class)
class ForgedLogTest {
  private static final String HASH = "sha256('forged')";
  private static final String LAST = "number = (select max(number) from ledger_checkpoint)";

  private static boolean prepared;

  /** A start, and with it a database, that no other class uses. */
  public static class Own extends OwnDatabase {}

  /** A full tile of level 0 and some leaves more. */
  @BeforeEach
  void fill() throws SQLException {
    if (!prepared) {
      try (Connection app = Database.asApp()) {
        app.setAutoCommit(false);
        for (int i = 0; i < 300; i++) {
          Log.append(app, Log.data("forged " + i));
        }
        app.commit();
      }
      Log.published();
      Tampering.removeGuards();
      prepared = true;
    }
    Log.published();
  }

  @Test
  void aLeafBeyondTheTreeIsNamed() throws SQLException {
    assertFoundBetween(
        "insert into ledger_entry (id, leaf) overriding system value values (999999, 'x');"
            + " insert into ledger_leaf (leaf_index, entry) values (5000, 999999)",
        "delete from ledger_leaf where leaf_index = 5000;"
            + " delete from ledger_entry where id = 999999",
        Set.of("leaf 5000"));
  }

  @Test
  void aTileBeyondTheTreeIsNamed() throws SQLException {
    assertFoundBetween(
        "insert into ledger_tile select 0, 77, hashes from ledger_tile where tile_index = 0",
        "delete from ledger_tile where tile_index = 77",
        Set.of("tile tile/0/077"));
    assertFoundBetween(
        "insert into ledger_tile select 5, 0, hashes from ledger_tile where tile_index = 0",
        "delete from ledger_tile where level = 5",
        Set.of("tile tile/5/000"));
  }

  /** Two rows then have one place. */
  @Test
  void aFullTileWhereTheTreeHasAPartialOneIsNamed() throws SQLException {
    assertFoundBetween(
        "insert into ledger_tile select 0, 1, hashes from ledger_tile where tile_index = 0",
        "delete from ledger_tile where tile_index = 1",
        Set.of("tile tile/0/001"));
  }

  @Test
  void hashesBeyondTheTreeAreNamed() throws SQLException {
    long width = Log.checkpoint().size() % 256;

    assertFoundBetween(
        "update ledger_edge set hashes = hashes || " + HASH + " where level = 0",
        "update ledger_edge set hashes = substring(hashes for octet_length(hashes) - 32)"
            + " where level = 0 and tile_index = 1 and substring(hashes from octet_length(hashes) - 31) = "
            + HASH,
        Set.of("tile tile/0/001.p/" + (width + 1)));
  }

  /** The size is what the note says, so that no column can hide leaves or invent them. */
  @ParameterizedTest
  @ValueSource(strings = {"1", "tree_size + 1000", "1000000000000000"})
  void aChangedSizeOfTheLatestCheckpointIsNamed(String size) throws SQLException {
    String last = last();
    String was = column("tree_size", last);
    assertFoundBetween(
        "update ledger_checkpoint set tree_size = " + size + " where number = " + last,
        "update ledger_checkpoint set tree_size = " + was + " where number = " + last,
        Set.of("checkpoint " + last));
  }

  @Test
  void aChangedNoteOfTheLatestCheckpointIsNamed() throws SQLException {
    String last = last();
    assertFoundBetween(
        "update ledger_checkpoint set note = replace(note, E'\\n\\n', E'\\nforged\\n\\n') where "
            + LAST,
        "update ledger_checkpoint set note = replace(note, E'\\nforged', '') where number = "
            + last,
        Set.of("checkpoint " + last));
  }

  @Test
  void aDeletedLatestCheckpointLeavesLeavesThatNoneCovers() throws SQLException {
    Log.append(Log.data("newest"));
    long newest = Log.published().size() - 1;
    String last = last();
    Tampering.run(
        "create table gone as select * from ledger_checkpoint where number = " + last,
        "delete from ledger_checkpoint where number = " + last);
    Set<String> findings;
    try {
      findings = LedgerCheck.findings();
    } finally {
      Tampering.run("insert into ledger_checkpoint select * from gone", "drop table gone");
    }

    assertTrue(findings.contains("leaf " + newest), findings.toString());
    assertEquals(Set.of(), LedgerCheck.findings());
  }

  @Test
  void aDeletedNewestLeafIsNamed() throws SQLException {
    Log.append(Log.data("newest of all"));
    long newest = Log.published().size() - 1;
    assertFoundBetween(
        "create table gone_leaf as select * from ledger_leaf where leaf_index = "
            + newest
            + ";"
            + " create table gone as select * from ledger_entry where id = (select entry from gone_leaf);"
            + " delete from ledger_leaf where leaf_index = "
            + newest
            + ";"
            + " delete from ledger_entry where id = (select id from gone)",
        "insert into ledger_entry overriding system value select * from gone;"
            + " insert into ledger_leaf select * from gone_leaf; drop table gone, gone_leaf",
        Set.of("leaf " + newest));
  }

  /** All of it fits, but it is not our log. */
  @Test
  void aLogThatSomebodyElseSignedIsNoLogOfOurs() throws Exception {
    String last = last();
    NoteSigner stranger =
        NoteSigner.of(
            Log.checkpoint().origin(),
            KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate());
    Tampering.run("create table gone as select * from ledger_checkpoint");
    Set<String> findings;
    try {
      signAnew(stranger);
      findings = LedgerCheck.findings();
    } finally {
      Tampering.run(
          "update ledger_checkpoint c set note = gone.note from gone where gone.number = c.number",
          "drop table gone");
    }

    assertEquals(Set.of("checkpoint " + last), findings);
    assertEquals(Set.of(), LedgerCheck.findings());
  }

  private static void signAnew(NoteSigner signer) throws SQLException {
    List<String> notes = new ArrayList<>();
    for (String number : Database.rows("select number from ledger_checkpoint order by number")) {
      notes.add(column("note", number));
    }
    try (Connection connection = Database.asSuperuser();
        PreparedStatement update =
            connection.prepareStatement("update ledger_checkpoint set note = ? where number = ?")) {
      for (int i = 0; i < notes.size(); i++) {
        Checkpoint checkpoint = Checkpoint.parse(SignedNote.parse(notes.get(i)).text());
        update.setString(1, SignedNote.sign(checkpoint.text(), List.of(signer)).encode());
        update.setLong(2, i + 1);
        update.executeUpdate();
      }
    }
  }

  /** Such a row cannot be read as what it should be; the check must not stumble over it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          ledger_tile       ; hashes ; level = 0 and tile_index = 0 ; 'x'::bytea         ; tile tile/0/000
          ledger_tile       ; hashes ; level = 0 and tile_index = 0 ; ''::bytea          ; tile tile/0/000
          ledger_tile       ; hashes ; level = 0 and tile_index = 0 ; hashes || hashes   ; tile tile/0/000
          ledger_edge       ; hashes ; level = 1                    ; hashes || 'x'      ; tile tile/1/000.p/1
          ledger_checkpoint ; root   ; number = 2                   ; 'x'::bytea         ; checkpoint 2
          ledger_checkpoint ; note   ; number = 2                   ; 'x'                ; checkpoint 2
          """)
  void whatCannotBeReadIsNamed(
      String table, String column, String row, String value, String expected) throws SQLException {
    String where = " where " + row;
    assertFoundBetween(
        "create table gone as select * from "
            + table
            + where
            + "; update "
            + table
            + " set "
            + column
            + " = "
            + value
            + where,
        "update "
            + table
            + " set "
            + column
            + " = (select "
            + column
            + " from gone)"
            + where
            + "; drop table gone",
        Set.of(expected));
  }

  /** Whatever it is that the check cannot cope with, the outcome is a finding, not silence. */
  @Test
  void aCheckThatCannotGoOnEndsAndSaysSo() throws SQLException {
    Tampering.run(
        "alter table ledger_leaf drop constraint pk_ledger_leaf cascade",
        "insert into ledger_leaf (leaf_index, entry) values (5, 888888)");
    Set<String> findings;
    try {
      findings = LedgerCheck.findings();
    } finally {
      Tampering.run(
          "delete from ledger_leaf where entry = 888888",
          "alter table ledger_leaf add constraint pk_ledger_leaf primary key (leaf_index)");
    }

    assertTrue(!findings.isEmpty(), "nothing found");
    assertEquals(Set.of(), LedgerCheck.findings());
  }

  @Test
  void anEntryThatHasItsPlaceAndWaitsForAnotherIsNamed() throws SQLException {
    String placed = Database.rows("select entry from ledger_leaf where leaf_index = 9").get(0);
    // The sequencer stops at it
    assertFoundBetween(
        "insert into ledger_pending values (" + placed + ")",
        "delete from ledger_pending where entry = " + placed,
        Set.of("entry " + placed));
  }

  private static String last() throws SQLException {
    return Database.rows("select max(number) from ledger_checkpoint").get(0);
  }

  private static String column(String column, String checkpoint) throws SQLException {
    return Database.rows(
            "select " + column + " from ledger_checkpoint where number = " + checkpoint)
        .get(0);
  }

  private static void assertFoundBetween(String tamper, String restore, Set<String> expected)
      throws SQLException {
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
