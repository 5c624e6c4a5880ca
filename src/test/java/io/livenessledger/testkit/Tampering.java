package io.livenessledger.testkit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A superuser whom no guard stops. Only on a database of the test's own. */
public final class Tampering {
  private static final String TABLES =
      "'record', 'revision', 'observation', 'body', 'observation_statement', 'ledger_entry',"
          + " 'ledger_leaf', 'ledger_pending', 'ledger_tile', 'ledger_edge', 'ledger_checkpoint',"
          + " 'ledger_check', 'access_event', 'record_change', 'record_change_leaf'";

  private Tampering() {}

  private static final String REMOVE_GUARDS =
      "do $$ declare c record; begin"
          + " for c in select conrelid::regclass as t, conname from pg_constraint"
          + " where contype in ('c', 'f') and conrelid::regclass::text in ("
          + TABLES
          + ") loop execute format('alter table %s drop constraint %I', c.t, c.conname);"
          + " end loop;"
          + " for c in with named as (select oid from pg_class where relname in ("
          + TABLES
          + ") and relkind in ('r', 'p'))"
          + " select oid::regclass as t from named union select p.relid from named,"
          + " pg_partition_tree(named.oid) p loop execute format('alter table %s disable trigger user', c.t);"
          + " end loop; end $$";

  /** Of them profiles follow from contents. */
  private static final List<String> DERIVED = List.of("record", "revision");

  /**
   * Takes every check and foreign key away, and every trigger but those that derive, from
   * partitions too.
   */
  public static void removeGuards() throws SQLException {
    for (int tries = 1; ; tries++) {
      try {
        run(REMOVE_GUARDS);
        for (String table : DERIVED) {
          run("alter table " + table + " enable always trigger profile");
        }
        return;
      } catch (SQLException failure) {
        // A batch of the sequencer may have locked the tables in another order
        if (!"40P01".equals(failure.getSQLState()) || tries == 5) {
          throw failure;
        }
      }
    }
  }

  /** Runs statements, one after the other. */
  public static void run(String... sql) throws SQLException {
    try (Connection connection = Database.asSuperuser();
        Statement statement = connection.createStatement()) {
      for (String one : sql) {
        statement.execute(one);
      }
    }
  }

  /** Changes rows as they are, with nothing derived from what is changed. */
  public static void update(String table, String rest) throws SQLException {
    String update = "update " + table + " set " + rest;
    if (DERIVED.contains(table)) {
      run(
          "alter table " + table + " disable trigger profile",
          update,
          "alter table " + table + " enable always trigger profile");
    } else {
      run(update);
    }
  }

  /** The columns of a table and an expression that gives each another value. */
  public static List<Change> changes(String table) throws SQLException {
    List<Change> changes = new ArrayList<>();
    try (Connection connection = Database.asSuperuser();
        Statement statement = connection.createStatement();
        ResultSet columns =
            statement.executeQuery(
                "select column_name, udt_name from information_schema.columns where"
                    + " is_generated = 'NEVER' and table_schema = 'public' and table_name = '"
                    + table
                    + "' order by ordinal_position")) {
      while (columns.next()) {
        String name = columns.getString(1);
        changes.add(new Change(name, another(name, columns.getString(2))));
      }
    }
    return changes;
  }

  private static String another(String column, String type) {
    return switch (type) {
      case "text" -> "coalesce(" + column + ", '') || 'x'";
      case "bool" -> "not coalesce(" + column + ", false)";
      case "int2", "int4", "int8" -> "coalesce(" + column + ", 0) + 1000";
      // The same number with another scale
      case "numeric" ->
          "case when " + column + " is null then 0 else " + column + " + 0.00000000000 end";
      case "timestamptz" -> "coalesce(" + column + ", now()) + interval '1 microsecond'";
      case "bytea" ->
          "case when length("
              + column
              + ") > 0 then set_byte("
              + column
              + ", length("
              + column
              + ") / 2, get_byte("
              + column
              + ", length("
              + column
              + ") / 2) # 1) else sha256('x') end";
      case "_text" -> "coalesce(" + column + ", '{}') || array['x']";
      case "jsonb" -> column + " || '{\"x\": \"y\"}'";
      default -> throw new IllegalArgumentException("no other value for a " + type);
    };
  }

  /**
   * A change to one column.
   *
   * @param value SQL expression
   */
  public record Change(String column, String value) {}
}
