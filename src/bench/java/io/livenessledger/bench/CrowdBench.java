package io.livenessledger.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livenessledger.bench.crowd.Crowd;
import io.livenessledger.store.embedded.EmbeddedPostgres;
import io.livenessledger.store.embedded.EmbeddedPostgres.Options;
import io.livenessledger.store.embedded.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/**
 * Fills a new database with records: {@code ./mvnw -Pbench test -Dtest=CrowdBench
 * -DargLine=-Dbench.records=10000000}; {@code -Dbench.directory} says where (under {@code
 * target/bench}), {@code -Dbench.keep=true} leaves the server running, for psql.
 */
class CrowdBench {
  private static final long RECORDS = Long.getLong("bench.records", 100_000);
  private static final long CHECKED = 20_000;
  private static final Path TARGET = Path.of("target").toAbsolutePath();

  private static final List<String> SETTINGS =
      List.of(
          "shared_buffers = '2GB'",
          "work_mem = '64MB'",
          "max_wal_size = '8GB'",
          "wal_level = 'minimal'",
          "max_wal_senders = 0",
          "autovacuum = off");

  /** What the triggers make of the same rows. */
  private static final String BY_TRIGGER =
      """
      create temporary table again (like record including defaults);
      create trigger profile before insert on again for each row execute function assign_profile();
      create trigger count_inserted after insert on again referencing new table as inserted
        for each statement execute function count_inserted();
      insert into again select * from record;
      create temporary table revision_again (like revision);
      create trigger profile before insert on revision_again for each row execute function assign_profile();
      insert into revision_again select * from revision;
      """;

  private static final List<String> DIFFERENCES =
      List.of(
          "select count(*) from record r join again a using (id) where r.profile is distinct from a.profile",
          "select count(*) from revision r join revision_again a using (record_id, number)"
              + " where r.profile is distinct from a.profile",
          "select count(*) from (table record_statistic except all table statistic_change) as more",
          "select count(*) from (table statistic_change except all table record_statistic) as less");

  @Test
  void recordsPerSecond() throws Exception {
    Path directory =
        System.getProperty("bench.directory") == null
            ? Files.createTempDirectory(Files.createDirectories(TARGET.resolve("bench")), "crowd-")
            : Path.of(System.getProperty("bench.directory"));
    try (EmbeddedPostgres first = start(directory);
        Connection superuser = connect(first, Role.SUPERUSER)) {
      for (String setting : SETTINGS) {
        execute(superuser, "alter system set " + setting);
      }
    }
    EmbeddedPostgres server = start(directory);
    try {
      migrate(server);
      Crowd crowd = new Crowd(1, RECORDS, Boolean.getBoolean("bench.facts"));
      long start = System.nanoTime();
      crowd.load(() -> connect(server, Role.OWNER));
      double seconds = (System.nanoTime() - start) / 1e9;
      Figures.print("crowd", "%d records in %.0f s: %.0f/s", RECORDS, seconds, RECORDS / seconds);
      if (RECORDS <= CHECKED) {
        triggersSayTheSame(server);
      }
    } finally {
      if (!Boolean.getBoolean("bench.keep")) {
        server.close();
      }
    }
  }

  private static void triggersSayTheSame(EmbeddedPostgres server) throws SQLException {
    try (Connection owner = connect(server, Role.OWNER)) {
      execute(owner, BY_TRIGGER);
      for (String query : DIFFERENCES) {
        assertEquals(0, number(owner, query), query);
      }
      assertEquals(RECORDS, number(owner, "select sum(records) from statistic_change"));
    }
  }

  private static EmbeddedPostgres start(Path directory) {
    Path binaries = TARGET.resolve("postgresql-binaries");
    return EmbeddedPostgres.start(
        directory, Options.defaults().withoutFsync().withBinaries(binaries));
  }

  private static void migrate(EmbeddedPostgres server) {
    Flyway.configure()
        .dataSource(server.jdbcUrl(), Role.OWNER.user(), server.password(Role.OWNER))
        .locations("classpath:db/migration")
        .load()
        .migrate();
  }

  private static Connection connect(EmbeddedPostgres server, Role role) throws SQLException {
    return DriverManager.getConnection(server.jdbcUrl(), role.user(), server.password(role));
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long number(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      found.next();
      return found.getLong(1);
    }
  }
}
