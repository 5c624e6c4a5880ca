package io.livenessledger.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.livenessledger.store.embedded.Role;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {

  @Test
  void everyDatabaseIsNewOnTheSameServer() throws SQLException {
    TestDatabase first = TestDatabase.fresh("twin");
    TestDatabase second = TestDatabase.fresh("twin");
    assertNotEquals(first.name(), second.name());
    try (Connection owner = first.connect(Role.OWNER);
        Statement statement = owner.createStatement()) {
      statement.execute("create table only_here (n int)");
    }
    assertEquals("1", tables(first));
    assertEquals("0", tables(second));
  }

  @Test
  void applicationRoleMakesNothing() throws SQLException {
    try (Connection app = TestDatabase.fresh("guarded").connect(Role.APP);
        Statement statement = app.createStatement()) {
      SQLException refused =
          assertThrows(SQLException.class, () -> statement.execute("create table t (n int)"));
      assertEquals("42501", refused.getSQLState());
    }
  }

  private static String tables(TestDatabase database) throws SQLException {
    try (Connection app = database.connect(Role.APP);
        Statement statement = app.createStatement();
        ResultSet row =
            statement.executeQuery("select count(*) from pg_tables where schemaname = 'public'")) {
      row.next();
      return row.getString(1);
    }
  }
}
