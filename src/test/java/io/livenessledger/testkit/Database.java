package io.livenessledger.testkit;

import io.livenessledger.store.embedded.Role;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Looks into the program's database from outside, as a person with psql would. */
public final class Database {
  private Database() {}

  /** Connects as the role the program runs as. */
  public static Connection asApp() throws SQLException {
    return connect("quarkus.datasource");
  }

  /** Connects as the owner of the schema. */
  public static Connection asOwner() throws SQLException {
    return connect("quarkus.flyway");
  }

  private static Connection connect(String prefix) throws SQLException {
    Config config = ConfigProvider.getConfig();
    return DriverManager.getConnection(
        config.getValue("quarkus.datasource.jdbc.url", String.class),
        config.getValue(prefix + ".username", String.class),
        config.getValue(prefix + ".password", String.class));
  }

  /** Connects as who may do everything, triggers and checks notwithstanding. */
  public static Connection asSuperuser() throws SQLException {
    return DriverManager.getConnection(
        ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class),
        Role.SUPERUSER.user(),
        TestServer.password(Role.SUPERUSER));
  }

  /** Runs one statement as the owner. */
  public static void execute(String sql) throws SQLException {
    try (Connection connection = asOwner();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The rows of a query by the owner, columns joined by a bar. */
  public static List<String> rows(String sql) throws SQLException {
    return rows("select 1", sql);
  }

  /** The same in a session in which another statement ran before. */
  public static List<String> rows(String before, String sql) throws SQLException {
    try (Connection connection = asOwner();
        Statement statement = connection.createStatement();
        ResultSet found = executed(statement, before).executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (found.next()) {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          columns.add(found.getString(i));
        }
        rows.add(String.join("|", columns.stream().map(String::valueOf).toList()));
      }
      return rows;
    }
  }

  private static Statement executed(Statement statement, String sql) throws SQLException {
    statement.execute(sql);
    return statement;
  }
}
