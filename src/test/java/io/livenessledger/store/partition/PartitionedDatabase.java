package io.livenessledger.store.partition;

import io.livenessledger.store.embedded.Role;
import io.livenessledger.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;

/** A database of the test's own without the program, and rows as the program writes them. */
final class PartitionedDatabase {
  static final List<String> TABLES = List.of("access_event", "body", "observation_statement");

  private final TestDatabase database = TestDatabase.fresh("partitions");

  /** Migrates on to a version, such as {@code 7} or {@code latest}. */
  PartitionedDatabase migrated(String version) {
    Flyway.configure()
        .dataSource(
            database.jdbcUrl(),
            Role.OWNER.user(),
            database.configuration().get("quarkus.flyway.password"))
        .locations("db/migration")
        .target(version)
        .load()
        .migrate();
    return this;
  }

  Connection connect(Role role) throws SQLException {
    return database.connect(role);
  }

  void run(Role role, String sql) throws SQLException {
    try (Connection connection = connect(role);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The rows of the query that these statements end with, columns joined by a bar. */
  List<String> rows(Role role, String sql) throws SQLException {
    try (Connection connection = connect(role);
        Statement statement = connection.createStatement();
        ResultSet found = last(statement, sql)) {
      List<String> rows = new ArrayList<>();
      while (found.next()) {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          columns.add(String.valueOf(found.getString(i)));
        }
        rows.add(String.join("|", columns));
      }
      return rows;
    }
  }

  private static ResultSet last(Statement statement, String sql) throws SQLException {
    for (boolean isQuery = statement.execute(sql); !isQuery; ) {
      isQuery = statement.getMoreResults();
    }
    return statement.getResultSet();
  }

  String one(String sql) throws SQLException {
    return rows(Role.OWNER, sql).get(0);
  }

  /** An observation with body and statement, and a look at it, all at this time; as the program. */
  void store(String record, Instant at) throws SQLException {
    String time = "timestamptz '" + at + "'";
    run(
        Role.APP,
        """
        insert into record (id) values ('%1$s');
        insert into observation (record_id, number, outcome, trigger, fetched_at, stored_at,
            starts_revision, vendor_status, request_id, caller)
          values ('%1$s', 1, 'ABSENT', 'REFRESH', %2$s, %2$s, false, 404, 'q', 'c');
        insert into body (record_id, observation, stored_at, bytes, digest, headers)
          values ('%1$s', 1, %2$s, 'bytes of %1$s', sha256('bytes of %1$s'), '{}');
        insert into observation_statement (record_id, observation, stored_at, entry, salt, statement)
          values ('%1$s', 1, %2$s, ledger_append('{}'), sha256('salt'), '{}');
        insert into access_event (entry, at, action, outcome, record_id, salt, statement)
          values (ledger_append('{}'), %2$s, 'READ_RECORD', 'ALLOWED', '%1$s', sha256('salt'), '{}')
        """
            .formatted(record, time));
  }

  /** What {@code partitions_ahead} says when the program calls it. */
  List<String> ahead(YearMonth month, int months) throws SQLException {
    return rows(
        Role.APP,
        "select * from partitions_ahead('" + inside(month) + "', " + months + ") order by 1");
  }

  static YearMonth thisMonth() {
    return YearMonth.now(ZoneOffset.UTC);
  }

  static Instant inside(YearMonth month) {
    return month.atDay(11).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  static String partition(String table, YearMonth month) {
    return String.format(Locale.ROOT, "%s_%d_%02d", table, month.getYear(), month.getMonthValue());
  }

  /** The statements of that name in {@code docs/PARTITIONS.md}, with another month than theirs. */
  static List<String> documented(String name, YearMonth month) throws IOException {
    Matcher block =
        Pattern.compile("```sql name=" + name + "\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("docs/PARTITIONS.md")));
    if (!block.find()) {
      throw new IllegalStateException("no statements of the name " + name);
    }
    String sql =
        block
            .group(1)
            .replace("2031_05", partition("", month).substring(1))
            .replace("2031-05", month.toString())
            .replace("2031-06", month.plusMonths(1).toString())
            .replace("2031-01", month.toString());
    return List.of(sql.split(";\\s*\n"));
  }
}
