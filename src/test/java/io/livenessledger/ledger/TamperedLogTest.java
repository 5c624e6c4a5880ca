package io.livenessledger.ledger;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.livenessledger.canonical.Digest;
import io.livenessledger.merkle.ConsistencyProof;
import io.livenessledger.merkle.InvalidProofException;
import io.livenessledger.merkle.note.Checkpoint;
import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.LedgerCheck;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.Log;
import io.livenessledger.testkit.OwnDatabase;
import io.livenessledger.testkit.Tampering;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to a log that a superuser laid hands on, and what does not. */
@LedgerTest
@TestProfile(TamperedLogTest.Own.class)
class TamperedLogTest {
  /** A database that is left in ruins. */
  public static class Own extends OwnDatabase {}

  private static final String FLIP =
      "update ledger_edge set hashes = set_byte(hashes, 0, get_byte(hashes, 0) # 1) where level = 0";

  @BeforeEach
  void somethingIsPublished() throws SQLException {
    Tampering.removeGuards();
    append("early", 3);
    Log.published();
  }

  @Test
  void aTreeThatDoesNotContinueTheSignedOneIsNotSigned() throws SQLException {
    Checkpoint before = Log.checkpoint();
    Tampering.run(FLIP);
    append("waiting", 1);

    // Who fails takes the lease anew: between two times lies a whole batch
    awaitChange("select expires_at from lease where name = 'sequencer'");
    awaitChange("select expires_at from lease where name = 'sequencer'");

    assertEquals(before, Log.checkpoint());
    assertEquals(List.of("1"), Database.rows("select count(*) from ledger_pending"));
    Tampering.run(FLIP);
    assertEquals(before.size() + 1, Log.published().size());
  }

  private static void awaitChange(String query) throws SQLException {
    List<String> before = Database.rows(query);
    await().atMost(Api.patience()).until(() -> !Database.rows(query).equals(before));
  }

  /** The service begins anew with what was signed then, and all of it fits. */
  @Test
  void onlyWhoKeptACheckpointFindsOutThatTheLogWasCutShort() throws SQLException {
    Checkpoint early = Log.published();
    Tampering.run("create table early_edge as select * from ledger_edge");
    append("late", 5);
    Checkpoint kept = Log.published();

    cutBackTo(early);
    append("instead", 9);

    assertEquals(Set.of(), LedgerCheck.findings());
    Checkpoint now = Log.published();
    assertDoesNotThrow(() -> requireGrown(early, now));
    assertThrows(InvalidProofException.class, () -> requireGrown(kept, now));
  }

  private static void append(String what, int leaves) throws SQLException {
    for (int i = 0; i < leaves; i++) {
      Log.append(Log.data(what + " " + i));
    }
  }

  private static void cutBackTo(Checkpoint early) throws SQLException {
    Tampering.run(
        "delete from ledger_checkpoint where tree_size > " + early.size(),
        "delete from ledger_entry where id in"
            + " (select entry from ledger_leaf where leaf_index >= "
            + early.size()
            + ")",
        "delete from ledger_leaf where leaf_index >= " + early.size(),
        "delete from ledger_edge",
        "insert into ledger_edge select * from early_edge",
        "drop table early_edge");
  }

  /** As docs/VERIFYING.md tells auditors: the service's proof against one's own two roots. */
  private static void requireGrown(Checkpoint older, Checkpoint newer) {
    List<String> hashes =
        Api.anonymous()
            .get("/log/consistency?from={from}&to={to}", older.size(), newer.size())
            .then()
            .statusCode(200)
            .extract()
            .path("hashes");
    new ConsistencyProof(older.size(), newer.size(), hashes.stream().map(Digest::ofBase64).toList())
        .verify(older.root(), newer.root());
  }
}
