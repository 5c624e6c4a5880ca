package io.livenessledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.livenessledger.paging.PageTokenKey;
import io.livenessledger.store.Transactions;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.LedgerTest;
import jakarta.inject.Inject;
import java.security.Key;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Several replicas, one database, one key. */
@LedgerTest
class SharedPageTokenKeyTest {
  @Inject Transactions transactions;
  @Inject PageTokenKey running;

  @Test
  void aReplicaThatStartsLaterHasTheSameKey() throws Exception {
    Key later = started().join();

    assertEquals(running.get(), later);
    assertEquals(32, later.getEncoded().length);
    assertEquals(List.of("1"), Database.rows("select count(*) from shared_key"));
  }

  @Test
  void replicasThatStartTogetherAgree() throws Exception {
    Database.execute("create table aside as select * from shared_key");
    Database.execute("delete from shared_key");
    try {
      List<CompletableFuture<Key>> starting = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        starting.add(started());
      }
      List<Key> keys = starting.stream().map(CompletableFuture::join).toList();

      assertEquals(1, new HashSet<>(keys).size());
      assertEquals(List.of("1"), Database.rows("select count(*) from shared_key"));
      assertEquals(keys.get(0), started().join());
    } finally {
      Database.execute("delete from shared_key");
      Database.execute("insert into shared_key select * from aside");
      Database.execute("drop table aside");
    }
  }

  @Test
  void theProgramCannotReplaceIt() throws SQLException {
    try (Connection connection = Database.asApp();
        Statement statement = connection.createStatement()) {
      for (String change :
          List.of("update shared_key set made_at = now()", "delete from shared_key")) {
        SQLException refused =
            assertThrows(SQLException.class, () -> statement.executeUpdate(change));
        assertEquals("42501", refused.getSQLState());
      }
    }
  }

  private CompletableFuture<Key> started() {
    return CompletableFuture.supplyAsync(
        () -> {
          SharedPageTokenKey replica = new SharedPageTokenKey(transactions);
          try {
            replica.load(null);
          } catch (Throwable failure) {
            throw new AssertionError(failure);
          }
          return replica.get();
        });
  }
}
