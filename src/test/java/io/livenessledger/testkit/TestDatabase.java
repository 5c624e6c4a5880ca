package io.livenessledger.testkit;

import io.livenessledger.store.embedded.EmbeddedPostgres;
import io.livenessledger.store.embedded.Role;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * Databases for tests: one PostgreSQL server per test JVM, in a directory of its own, and as many
 * empty databases on it as tests ask for.
 */
public final class TestDatabase {

  private final String name;

  private TestDatabase(String name) {
    this.name = name;
  }

  /**
   * Makes a new empty database, owned by {@code liveness_owner} and with the rights of {@code
   * db/roles.sql}.
   *
   * @param name for whoever reads the server's log: lower-case letters, digits and underscores; a
   *     number is added to it
   */
  public static TestDatabase fresh(String name) {
    if (!name.matches("[a-z][a-z0-9_]{0,40}")) {
      throw new IllegalArgumentException("not a name for a database: " + name);
    }
    TestDatabase database = new TestDatabase(name + "_" + TestServer.nextNumber());
    try {
      execute(
          EmbeddedPostgres.DATABASE,
          "create database " + database.name + " owner " + Role.OWNER.user());
      execute(database.name, rolesSql());
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("no database " + database.name, e);
    }
    return database;
  }

  /** What a Quarkus application needs to be told to run on this database. */
  public Map<String, String> configuration() {
    return Map.of(
        "ledger.log.key-file", TestServer.keyFile(),
        "quarkus.datasource.jdbc.url", jdbcUrl(),
        "quarkus.datasource.reactive.url", TestServer.url(name),
        "quarkus.datasource.username", Role.APP.user(),
        "quarkus.datasource.password", TestServer.password(Role.APP),
        "quarkus.flyway.username", Role.OWNER.user(),
        "quarkus.flyway.password", TestServer.password(Role.OWNER));
  }

  public String name() {
    return name;
  }

  public String jdbcUrl() {
    return "jdbc:" + TestServer.url(name);
  }

  /** A connection as the role, for a test that looks behind the application or attacks it. */
  public Connection connect(Role role) throws SQLException {
    return connect(name, role);
  }

  /** A connection beside all tests' databases, for a test that takes its own away. */
  public static Connection connectToServer(Role role) throws SQLException {
    return connect(EmbeddedPostgres.DATABASE, role);
  }

  private static Connection connect(String database, Role role) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:" + TestServer.url(database), role.user(), TestServer.password(role));
  }

  private static void execute(String database, String sql) throws SQLException {
    try (Connection connection = connect(database, Role.SUPERUSER);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String rolesSql() throws IOException {
    try (InputStream in = TestDatabase.class.getClassLoader().getResourceAsStream("db/roles.sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
