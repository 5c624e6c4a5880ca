package io.livenessledger.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * A running PostgreSQL server with the database {@value #DATABASE}, the roles of {@code
 * db/roles.sql} and all of its state in one directory. It listens on {@value #HOST} alone and every
 * login needs a password.
 *
 * <p>The object holds the directory's lock and must be kept reachable until {@link #close()}. A
 * server whose program ended without closing it goes on running and is adopted by the next start.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  public static final String HOST = "127.0.0.1";
  public static final String DATABASE = "liveness";

  private final DirectoryLock lock;
  private final Server server;
  private final Credentials credentials;
  private final int port;
  private boolean closed;

  private EmbeddedPostgres(DirectoryLock lock, Server server, Credentials credentials, int port) {
    this.lock = lock;
    this.server = server;
    this.credentials = credentials;
    this.port = port;
  }

  /**
   * Starts the server, after making the directory and all in it when it is new. Returns when
   * connections are accepted.
   *
   * @throws EmbeddedPostgresException in one line: directory in use, made by another major version,
   *     no server for this platform, and whatever else prevents the start; nothing of ours keeps
   *     running
   */
  public static EmbeddedPostgres start(Path directory, Options options) {
    try {
      Path home = Files.createDirectories(directory).toRealPath();
      DirectoryLock lock = DirectoryLock.take(home);
      try {
        return start(home, options, lock);
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new EmbeddedPostgresException(
          "The embedded PostgreSQL in " + directory + " did not start: " + e, e);
    }
  }

  private static EmbeddedPostgres start(Path home, Options options, DirectoryLock lock)
      throws IOException {
    Binaries binaries = Binaries.in(options.binaries().orElse(home.resolve("binaries")));
    Commands commands = new Commands(binaries, Unprivileged.ofThisProcess(), log(home));
    commands.handOver(commands.output());
    Cluster cluster = new Cluster(home, commands);
    Credentials credentials = credentials(home, cluster);
    if (cluster.exists()) {
      cluster.requireMajorVersionOf(majorVersion(commands));
    } else {
      cluster.create(credentials, options.fsync());
    }
    Server server = new Server(cluster.files(), commands);
    int port = server.run(options);
    credentials.write(home, port);
    return new EmbeddedPostgres(lock, server, credentials, port);
  }

  public int port() {
    return port;
  }

  public String jdbcUrl() {
    return jdbcUrl(DATABASE);
  }

  /** Of another database on the same server. */
  public String jdbcUrl(String database) {
    return "jdbc:" + reactiveUrl(database);
  }

  public String reactiveUrl() {
    return reactiveUrl(DATABASE);
  }

  /** Of another database on the same server. */
  public String reactiveUrl(String database) {
    return "postgresql://" + HOST + ":" + port + "/" + database;
  }

  public String password(Role role) {
    return credentials.password(role);
  }

  /**
   * Ends every connection and the server, and releases the directory. Does nothing the second time.
   *
   * @throws EmbeddedPostgresException if the server could not be told to end
   */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try (lock) {
      server.stop();
    } catch (IOException e) {
      throw new EmbeddedPostgresException("The embedded PostgreSQL could not be stopped.", e);
    }
  }

  private static Path log(Path home) throws IOException {
    Path log = home.resolve("postgresql.log");
    if (!Files.exists(log)) {
      Files.createFile(log);
    }
    return log;
  }

  // Kept before they are used: whatever interrupts a first start, the next one knows the passwords.
  private static Credentials credentials(Path home, Cluster cluster) throws IOException {
    var kept = Credentials.read(home);
    if (kept.isPresent()) {
      return kept.get();
    }
    if (cluster.exists()) {
      throw new EmbeddedPostgresException(
          String.format(
              Locale.ROOT,
              "The passwords of data directory %s are missing; restore %s, or move the directory away.",
              home,
              Credentials.passwordFile(home)));
    }
    Credentials generated = Credentials.generate();
    generated.write(home);
    return generated;
  }

  private static String majorVersion(Commands commands) throws IOException {
    // "postgres (PostgreSQL) 18.6"
    String answer = commands.ask("postgres", "-V");
    return answer.substring(answer.lastIndexOf(' ') + 1).split("\\.", 2)[0];
  }

  /**
   * How the server runs.
   *
   * @param port TCP port on 127.0.0.1; 0 takes a free one at each start
   * @param fsync false trades the data of a power failure for speed: for tests alone
   * @param binaries where the server's programs are unpacked to, shared safely between processes;
   *     empty means inside the data directory
   */
  public record Options(int port, boolean fsync, Optional<Path> binaries) {

    /** Free port, durable, self-contained. */
    public static Options defaults() {
      return new Options(0, true, Optional.empty());
    }

    public Options withPort(int port) {
      return new Options(port, fsync, binaries);
    }

    public Options withoutFsync() {
      return new Options(port, false, binaries);
    }

    public Options withBinaries(Path binaries) {
      return new Options(port, fsync, Optional.of(binaries));
    }
  }
}
