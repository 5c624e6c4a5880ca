package io.livenessledger.bench;

import io.livenessledger.bench.crowd.Crowd;
import io.livenessledger.ledger.log.KeyFile;
import io.livenessledger.store.embedded.EmbeddedPostgres;
import io.livenessledger.store.embedded.EmbeddedPostgres.Options;
import io.livenessledger.store.embedded.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** A PostgreSQL in a directory that measurements share, with the memory of a small server. */
final class Machine implements AutoCloseable {
  static final Path TARGET = Path.of("target").toAbsolutePath();

  private static final List<String> SETTINGS =
      List.of(
          "shared_buffers = '2GB'",
          "work_mem = '64MB'",
          "max_wal_size = '8GB'",
          "wal_level = 'minimal'",
          "max_wal_senders = 0");

  private final Path directory;
  private final EmbeddedPostgres server;

  private Machine(Path directory, EmbeddedPostgres server) {
    this.directory = directory;
    this.server = server;
  }

  /** In {@code -Dbench.directory}, else in a new one under {@code target/bench}. */
  static Machine start(boolean durable) throws IOException, SQLException {
    String wanted = System.getProperty("bench.directory");
    Path directory =
        wanted == null
            ? Files.createTempDirectory(Files.createDirectories(TARGET.resolve("bench")), "data-")
            : Path.of(wanted);
    Options options = Options.defaults().withBinaries(TARGET.resolve("postgresql-binaries"));
    Options chosen = durable ? options : options.withoutFsync();
    if (!Files.exists(directory.resolve("postgresql"))) {
      try (EmbeddedPostgres first = EmbeddedPostgres.start(directory, chosen);
          Connection superuser = connect(first, Role.SUPERUSER)) {
        for (String setting : SETTINGS) {
          execute(superuser, "alter system set " + setting);
        }
      }
    }
    return new Machine(directory, EmbeddedPostgres.start(directory, chosen));
  }

  /** Makes the tables; fills them, if they are empty. */
  void fill(Crowd crowd) throws Exception {
    Flyway.configure()
        .dataSource(server.jdbcUrl(), Role.OWNER.user(), server.password(Role.OWNER))
        .locations("classpath:db/migration")
        .load()
        .migrate();
    try (Connection owner = connect(Role.OWNER)) {
      if (number(owner, "select count(*) from (select from record limit 1) as r") > 0) {
        return;
      }
    }
    long start = System.nanoTime();
    crowd.load(() -> connect(Role.OWNER));
    double seconds = (System.nanoTime() - start) / 1e9;
    Figures.print(
        "crowd",
        "%d records in %.0f s: %.0f/s",
        crowd.records(),
        seconds,
        crowd.records() / seconds);
  }

  /** What the program is told. */
  Map<String, String> settings() throws IOException {
    Path key = directory.resolve("log-key.pem");
    if (!Files.exists(key)) {
      KeyFile.create(key);
    }
    return Map.of(
        "ledger.log.key-file", key.toString(),
        "ledger.log.origin", "bench.invalid/log",
        "quarkus.datasource.jdbc.url", server.jdbcUrl(),
        "quarkus.datasource.reactive.url", server.reactiveUrl(),
        "quarkus.datasource.username", Role.APP.user(),
        "quarkus.datasource.password", server.password(Role.APP),
        "quarkus.flyway.username", Role.OWNER.user(),
        "quarkus.flyway.password", server.password(Role.OWNER),
        "ledger.vendor.budget.minute.calls", "1000000",
        "ledger.vendor.budget.day.calls", "1000000");
  }

  Connection connect(Role role) throws SQLException {
    return connect(server, role);
  }

  private static Connection connect(EmbeddedPostgres server, Role role) throws SQLException {
    return DriverManager.getConnection(server.jdbcUrl(), role.user(), server.password(role));
  }

  /** The server's. */
  Path log() {
    return directory.resolve("postgresql.log");
  }

  EmbeddedPostgres server() {
    return server;
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static long number(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      found.next();
      return found.getLong(1);
    }
  }

  @Override
  public void close() {
    if (!Boolean.getBoolean("bench.keep")) {
      server.close();
    }
  }
}
