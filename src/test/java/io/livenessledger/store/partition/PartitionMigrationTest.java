package io.livenessledger.store.partition;

import static io.livenessledger.store.partition.PartitionedDatabase.TABLES;
import static io.livenessledger.store.partition.PartitionedDatabase.documented;
import static io.livenessledger.store.partition.PartitionedDatabase.inside;
import static io.livenessledger.store.partition.PartitionedDatabase.partition;
import static io.livenessledger.store.partition.PartitionedDatabase.thisMonth;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.store.embedded.Role;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables as they were become the first partitions, and lose neither a row nor a guard. */
class PartitionMigrationTest {
  private static final String FILES =
      "select pg_relation_filenode('%1$s') union all select pg_relation_filenode("
          + "(select reltoastrelid from pg_class where oid = '%1$s'::regclass))";

  private final PartitionedDatabase database = new PartitionedDatabase().migrated("7");

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatWasStoredIsStillThereAndGuarded(boolean prepared) throws Exception {
    YearMonth end = thisMonth().plusMonths(prepared ? 2 : 1);
    for (int i = 0; i < 40; i += 4) {
      database.store("r" + i, inside(thisMonth().minusMonths(i)));
    }
    if (prepared) {
      for (String statement : documented("prepare", end)) {
        database.run(Role.OWNER, statement);
      }
    }
    List<String> before = contents();
    List<String> files = files("");

    database.migrated("latest");

    assertEquals(before, contents());
    assertEquals(files, files("_first"), "rewritten");
    for (String table : TABLES) {
      assertEquals(
          "-infinity|" + end + "-01 00:00:00+00",
          database.one(
              "select since, until from partition_ranges() where name = '" + table + "_first'"));
      assertEquals("10", database.one("select count(*) from " + table + "_first"));
      for (String named : List.of(table, table + "_first", table + "_default")) {
        assertRefused(Role.OWNER, "delete from " + named, "append-only");
        assertRefused(Role.APP, "truncate " + named, "permission denied");
      }
      assertRefused(Role.APP, "select from " + table + "_first", "permission denied");
    }
    goesOn(end);
  }

  /** The program of before and after writes alike. */
  private void goesOn(YearMonth end) throws SQLException {
    database.store("now", inside(thisMonth()));
    database.store("then", inside(end));
    assertEquals(
        List.of("now|body_first", "then|" + partition("body", end)),
        database.rows(
            Role.APP,
            "select record_id, tableoid::regclass from body where record_id in ('now', 'then')"
                + " order by 1"));
    assertRefused(
        Role.OWNER, "alter table body_first drop constraint fk_body_record_id_observation", "");
    assertRefused(
        Role.APP,
        "insert into body select 'none', observation, stored_at, bytes, digest, content_type,"
            + " headers from body where record_id = 'now'",
        "fk_body_record_id_observation");
  }

  @Test
  void namesSayTheTableAndTheColumns() throws SQLException {
    database.store("r", inside(thisMonth()));
    database.migrated("latest");

    List<String> names =
        database.rows(
            Role.OWNER,
            "select c.relname, r.relname from partition_ranges() p"
                + " join pg_index x on x.indrelid in (p.name::regclass, p.parent::regclass)"
                + " join pg_class c on c.oid = x.indexrelid join pg_class r on r.oid = x.indrelid");

    assertTrue(names.size() > 40, names.toString());
    for (String name : names) {
      String[] both = name.split("\\|", -1);
      assertTrue(both[0].matches("(pk|uq|ix)_" + both[1] + "(_[a-z_]+)?"), name);
    }
    assertEquals(
        List.of(),
        database.rows(
            Role.OWNER,
            "select conname from pg_constraint where conrelid::regclass::text like '%\\_first'"
                + " and conname like 'ck\\_%\\_first\\_%'"));
  }

  @Test
  void aDatabaseWithoutRowsBeginsWithThisMonth() throws SQLException {
    database.migrated("latest");

    for (String table : TABLES) {
      assertEquals(
          thisMonth() + "-01 00:00:00+00",
          database.one("select until from partition_ranges() where name = '" + table + "_first'"));
    }
    database.store("now", inside(thisMonth()));
    assertEquals(
        partition("body", thisMonth()), database.one("select tableoid::regclass from body"));
  }

  private List<String> contents() throws SQLException {
    List<String> contents = new ArrayList<>();
    for (String table : TABLES) {
      contents.addAll(
          database.rows(Role.APP, "select t.*, 1 from " + table + " t order by 1, record_id"));
    }
    return contents;
  }

  private List<String> files(String suffix) throws SQLException {
    List<String> files = new ArrayList<>();
    for (String table : TABLES) {
      files.addAll(database.rows(Role.OWNER, FILES.formatted(table + suffix)));
    }
    return files;
  }

  private void assertRefused(Role role, String sql, String because) {
    SQLException refused = assertThrows(SQLException.class, () -> database.run(role, sql), sql);
    assertTrue(refused.getMessage().contains(because), sql + ": " + refused.getMessage());
  }
}
