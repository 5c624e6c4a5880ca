package io.livenessledger.ledger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.merkle.TreeHash;
import io.livenessledger.merkle.note.Checkpoint;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.Log;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Entries become leaves: all that were committed, in the order of commit, and nothing else. */
@LedgerTest
class SequencerTest {

  @Test
  void committedEntriesAreLeavesInOrder() throws SQLException {
    Checkpoint before = Log.published();
    List<byte[]> appended = new ArrayList<>();
    for (int i = 0; i < 700; i++) {
      byte[] leaf = Log.data("leaf " + i);
      Log.append(leaf);
      appended.add(leaf);
    }

    Checkpoint after = Log.published();

    List<byte[]> leaves = Log.leaves(after.size());
    assertEquals(before.size() + 700, after.size());
    for (int i = 0; i < 700; i++) {
      assertArrayEquals(appended.get(i), leaves.get((int) before.size() + i));
    }
    assertEquals(TreeHash.ofTree(leaves.stream().map(TreeHash::ofLeaf).toList()), after.root());
  }

  @Test
  void anEntryThatIsCommittedLateIsNotSkippedNorWaitedFor() throws SQLException {
    byte[] late = Log.data("late");
    byte[] early = Log.data("early");
    byte[] never = Log.data("never");
    try (Connection slow = Database.asApp();
        Connection failing = Database.asApp()) {
      slow.setAutoCommit(false);
      failing.setAutoCommit(false);
      Log.append(slow, late);
      Log.append(failing, never);
      Log.append(early);

      Checkpoint without = Log.published();
      slow.commit();
      failing.rollback();
      Checkpoint with = Log.published();

      List<byte[]> leaves = Log.leaves(with.size());
      assertEquals(without.size() + 1, with.size());
      assertArrayEquals(early, leaves.get((int) without.size() - 1));
      assertArrayEquals(late, leaves.get((int) with.size() - 1));
    }
  }

  @Test
  void theWaitingLineCannotBeLeftWithoutAPlace() throws SQLException {
    try (Connection app = Database.asApp()) {
      app.setAutoCommit(false);
      Log.append(app, Log.data("skipped"));

      SQLException refused =
          assertThrows(
              SQLException.class,
              () -> app.createStatement().execute("delete from ledger_pending"));

      assertTrue(refused.getMessage().contains("would be skipped"), refused.getMessage());
    }
  }

  @Test
  void theEdgeOnlyGetsFuller() throws SQLException {
    Log.append(Log.data("edge"));
    if (Log.published().size() % 256 == 0) {
      Log.append(Log.data("not an empty edge"));
      Log.published();
    }

    for (String change :
        List.of(
            "update ledger_edge set hashes = '' where level = 0",
            "update ledger_edge set hashes = set_byte(hashes, 0, 255 - get_byte(hashes, 0)) where level = 0",
            "update ledger_edge set tile_index = -1 where level = 0",
            "delete from ledger_edge",
            "delete from ledger_leaf",
            "update ledger_entry set leaf = 'x'",
            "truncate ledger_checkpoint",
            "truncate ledger_tile")) {
      assertThrows(SQLException.class, () -> Database.execute(change), change);
    }
  }
}
