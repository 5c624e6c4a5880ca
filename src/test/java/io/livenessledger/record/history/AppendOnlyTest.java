package io.livenessledger.record.history;

import static io.livenessledger.testkit.Api.submit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.LedgerTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The two guards, each alone: what the role may not do, and what nobody may. */
@LedgerTest
class AppendOnlyTest {
  private static final List<String> TABLES = List.of("observation", "revision", "body");

  @BeforeEach
  void somethingIsThere() {
    String id = Bodies.freshId();
    submit(id, Bodies.small(id, "new")).then().statusCode(201);
  }

  static Stream<String> changes() {
    return TABLES.stream()
        .flatMap(
            table ->
                Stream.of(
                    "update " + table + " set stored_at = now()",
                    "update " + table + " set stored_at = now() where false",
                    "delete from " + table,
                    "truncate " + table + " cascade"));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void theRuntimeRoleLacksTheRight(String change) {
    SQLException refused = assertThrows(SQLException.class, () -> run(Database.asApp(), change));

    assertEquals("42501", refused.getSQLState());
    assertTrue(refused.getMessage().contains("permission denied"), refused.getMessage());
  }

  @ParameterizedTest
  @MethodSource("changes")
  void theOwnerIsRefusedByTheTrigger(String change) {
    SQLException refused = assertThrows(SQLException.class, () -> run(Database.asOwner(), change));

    assertEquals("42501", refused.getSQLState());
    assertTrue(refused.getMessage().contains("append-only"), refused.getMessage());
  }

  @Test
  void recordsCannotBeRemovedEither() {
    for (String change : List.of("delete from record", "truncate record cascade")) {
      assertThrows(SQLException.class, () -> run(Database.asApp(), change));
      SQLException refused =
          assertThrows(SQLException.class, () -> run(Database.asOwner(), change));
      assertTrue(refused.getMessage().contains("append-only"), refused.getMessage());
    }
  }

  @Test
  void theRuntimeRoleOwnsNothingAndCannotDisableTheGuards() {
    assertThrows(
        SQLException.class,
        () -> run(Database.asApp(), "alter table observation disable trigger append_only"));
    assertThrows(
        SQLException.class, () -> run(Database.asApp(), "set session_replication_role = replica"));
    assertThrows(SQLException.class, () -> run(Database.asApp(), "create table mine (x int)"));
  }

  @Test
  void aStoredBodyMustMatchItsDigest() throws SQLException {
    String insert =
        "insert into body select record_id, 99, stored_at, 'other', digest, null, '{}' from body"
            + " limit 1";

    SQLException refused = assertThrows(SQLException.class, () -> run(Database.asApp(), insert));

    assertTrue(refused.getMessage().contains("ck_body_digest"), refused.getMessage());
  }

  private static void run(Connection opened, String sql) throws SQLException {
    try (Connection connection = opened;
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
