package io.livenessledger.testkit.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.security.auth.module.UnixSystem;
import io.livenessledger.ledger.log.KeyFile;
import io.livenessledger.store.embedded.Role;
import io.livenessledger.testkit.Tool;
import io.livenessledger.testkit.Tool.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A PostgreSQL server that is installed on this machine, with the client programs that belong to
 * it; whoever connects is believed.
 */
public final class InstalledServer implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final String DATABASE = "liveness";

  private final Path directory;
  private final Path programs;
  private final int port;

  private InstalledServer(Path directory, Path programs, int port) {
    this.directory = directory;
    this.programs = programs;
    this.port = port;
  }

  /** Starts a new one in a directory. Skips the test where none is installed. */
  public static InstalledServer start(Path directory) throws Exception {
    Tool.assumeWorks("PostgreSQL with pg_config", "pg_config", "--bindir");
    String bin = Tool.run(directory, Map.of(), List.of("pg_config", "--bindir")).out().strip();
    for (String program : List.of("initdb", "pg_ctl", "pg_dump", "pg_restore", "pg_basebackup")) {
      Tool.assumeWorks(program, bin + "/" + program, "--version");
    }
    InstalledServer server = new InstalledServer(directory, Path.of(bin), freePort());
    server.runs("initdb", "-D", server.files(), "-U", "postgres", "-A", "trust", "--no-sync");
    server.starts();
    return server;
  }

  /** Starts one on the files that a backup brought to a directory. */
  public static InstalledServer startOn(Path directory, InstalledServer like) throws Exception {
    InstalledServer server = new InstalledServer(directory, like.programs, freePort());
    server.starts();
    return server;
  }

  private void starts() throws Exception {
    String settings =
        "-p " + port + " -c listen_addresses=" + HOST + " -c unix_socket_directories= -c fsync=off";
    String log = directory.resolve("server.log").toString();
    runs("pg_ctl", "start", "-w", "-D", files(), "-l", log, "-o", settings);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
      return socket.getLocalPort();
    }
  }

  /** PostgreSQL's data directory. */
  public String files() {
    return directory.resolve("cluster").toString();
  }

  /** Runs one of its programs as the superuser, and requires that it succeeds. */
  public Outcome runs(String program, String... arguments) throws Exception {
    // The server refuses to run as root; in a user namespace nobody is
    Stream<String> prefix =
        new UnixSystem().getUid() == 0 ? Stream.of("unshare", "-U") : Stream.empty();
    Stream<String> command = Stream.of(programs.resolve(program).toString());
    Outcome outcome =
        Tool.run(
            directory,
            Map.of("PGHOST", HOST, "PGPORT", Integer.toString(port), "PGUSER", "postgres"),
            Stream.of(prefix, command, Stream.of(arguments)).flatMap(part -> part).toList());
    assertEquals(0, outcome.exitCode(), program + ": " + outcome.err());
    return outcome;
  }

  /** Makes the program's database, as the README says. */
  public void makesDatabase() throws Exception {
    runs("psql", "-d", "postgres", "-c", "create database " + DATABASE);
    runs("psql", "-v", "ON_ERROR_STOP=1", "-d", DATABASE, "-f", roles());
    runs("psql", "-d", DATABASE, "-c", "alter database liveness owner to liveness_owner");
  }

  private static String roles() {
    return Path.of("db", "roles.sql").toAbsolutePath().toString();
  }

  /** What the program is told of it. */
  public Map<String, String> configuration(Path keyFile) throws IOException {
    if (!Files.exists(keyFile)) {
      KeyFile.create(keyFile);
    }
    String url = "postgresql://" + HOST + ":" + port + "/" + DATABASE;
    return Map.of(
        "ledger.log.key-file",
        keyFile.toString(),
        "quarkus.datasource.jdbc.url",
        "jdbc:" + url,
        "quarkus.datasource.reactive.url",
        url,
        "quarkus.datasource.username",
        Role.APP.user(),
        "quarkus.datasource.password",
        "none",
        "quarkus.flyway.username",
        Role.OWNER.user(),
        "quarkus.flyway.password",
        "none");
  }

  public Connection connect(Role role) throws SQLException {
    String url = "jdbc:postgresql://" + HOST + ":" + port + "/" + DATABASE;
    return DriverManager.getConnection(url, role.user(), "none");
  }

  @Override
  public void close() throws Exception {
    if (Files.exists(Path.of(files(), "postmaster.pid"))) {
      runs("pg_ctl", "stop", "-w", "-m", "immediate", "-D", files());
    }
  }
}
