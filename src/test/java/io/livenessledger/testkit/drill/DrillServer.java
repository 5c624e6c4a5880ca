package io.livenessledger.testkit.drill;

import static org.awaitility.Awaitility.await;

import io.livenessledger.ledger.log.KeyFile;
import io.livenessledger.store.embedded.EmbeddedPostgres;
import io.livenessledger.store.embedded.EmbeddedPostgres.Options;
import io.livenessledger.store.embedded.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * A PostgreSQL server of a drill's own, durable as in production, that keeps its port and its files
 * whatever is done to it.
 */
public final class DrillServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Path TARGET = Path.of("target").toAbsolutePath();

  private final Path directory;
  private final Path keyFile;
  private volatile EmbeddedPostgres server;

  private DrillServer(Path directory, Path keyFile) {
    this.directory = directory;
    this.keyFile = keyFile;
    this.server = EmbeddedPostgres.start(directory, options());
  }

  /** In a new directory of the build's. */
  public static DrillServer start() throws IOException {
    Path parent = Files.createDirectories(TARGET.resolve("postgresql"));
    return start(Files.createTempDirectory(parent, "drill-"));
  }

  /** In this directory, with what is there. */
  public static DrillServer start(Path directory) throws IOException {
    Path keys = Files.createTempDirectory(TARGET.resolve("postgresql"), "key-");
    KeyFile.create(keys.resolve("log-key.pem"));
    return new DrillServer(directory, keys.resolve("log-key.pem"));
  }

  /** In this directory, with what is there, for the log of another server. */
  public static DrillServer startInsteadOf(DrillServer lost, Path directory) {
    return new DrillServer(directory, lost.keyFile);
  }

  private static Options options() {
    return Options.defaults().withBinaries(TARGET.resolve("postgresql-binaries"));
  }

  /** What the program is told of it. */
  public Map<String, String> configuration() {
    return Map.of(
        "ledger.log.key-file", keyFile.toString(),
        "quarkus.datasource.jdbc.url", server.jdbcUrl(),
        "quarkus.datasource.reactive.url", server.reactiveUrl(),
        "quarkus.datasource.username", Role.APP.user(),
        "quarkus.datasource.password", server.password(Role.APP),
        "quarkus.flyway.username", Role.OWNER.user(),
        "quarkus.flyway.password", server.password(Role.OWNER));
  }

  public Connection connect(Role role) throws SQLException {
    return DriverManager.getConnection(server.jdbcUrl(), role.user(), server.password(role));
  }

  /** PostgreSQL's data directory. */
  public Path files() {
    return directory.resolve("postgresql");
  }

  /** Of the server's first process. */
  public ProcessHandle postmaster() throws IOException {
    String first = Files.readAllLines(files().resolve("postmaster.pid")).get(0).strip();
    return ProcessHandle.of(Long.parseLong(first)).orElseThrow();
  }

  /** Whether it has not ended, whatever it is about. */
  public boolean isAlive() {
    try {
      return postmaster().isAlive();
    } catch (IOException | RuntimeException noProcess) {
      return false;
    }
  }

  /** Whether it lets anybody in within this time. */
  public boolean accepts(Duration patience) {
    long until = System.nanoTime() + patience.toNanos();
    while (isAlive() && System.nanoTime() < until) {
      try (Connection accepted = connect(Role.APP)) {
        return accepted.isValid(1);
      } catch (SQLException notYet) {
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
    return false;
  }

  /**
   * Sends a signal that ends it, and returns when it is gone: {@code KILL}, or {@code QUIT}, which
   * is what {@code pg_ctl stop -m immediate} sends.
   */
  public void kill(String signal) throws IOException, InterruptedException {
    ProcessHandle postmaster = postmaster();
    new ProcessBuilder("kill", "-" + signal, Long.toString(postmaster.pid())).start().waitFor();
    await().atMost(PATIENCE).until(() -> !postmaster.isAlive());
  }

  /** Starts it where it was, on its port. */
  public void restart() {
    int port = server.port();
    server.close();
    server = EmbeddedPostgres.start(directory, options().withPort(port));
  }

  @Override
  public void close() {
    server.close();
  }
}
