package io.livenessledger.store.embedded;

import io.livenessledger.store.embedded.EmbeddedPostgres.Options;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The process that serves a {@link Cluster}. It is a daemon with a session of its own: the Ctrl-C
 * that ends this program does not reach it, so that it ends after the program, not before.
 */
final class Server {
  // Another program may take a port between our finding it free and the server's binding it.
  private static final int PORTS_TRIED = 3;
  private static final String STOP_SECONDS = "30";

  private final Path files;
  private final Commands commands;

  Server(Path files, Commands commands) {
    this.files = files;
    this.commands = commands;
  }

  /**
   * Has a server running when it returns: one that an earlier program could not stop is adopted
   * when it serves the wanted port, else replaced. Returns the port.
   */
  int run(Options options) throws IOException {
    Optional<PostmasterFile> found = PostmasterFile.read(files);
    if (found.isPresent() && found.get().isServerOf(files)) {
      PostmasterFile orphan = found.get();
      if (orphan.ready() && (options.port() == 0 || options.port() == orphan.port())) {
        return orphan.port();
      }
      stop();
    } else if (found.isPresent() && found.get().isAlive()) {
      // The number is another process's by now, and the server would take that one for itself. Only
      // then: of a dead process the server judges better, it also sees what that one left running.
      Files.delete(PostmasterFile.path(files));
    }
    return start(options);
  }

  /** Ends all connections and the server; returns when its process is gone. */
  void stop() throws IOException {
    Optional<PostmasterFile> running = PostmasterFile.read(files);
    String directory = files.toString();
    if (!commands.run("pg_ctl", "stop", "-w", "-m", "fast", "-t", STOP_SECONDS, "-D", directory)) {
      commands.run("pg_ctl", "stop", "-w", "-m", "immediate", "-D", directory);
    }
    if (running.isPresent()) {
      // pg_ctl waits for the server to remove that file, which is not quite its end.
      running.get().awaitEnd();
    }
  }

  private int start(Options options) throws IOException {
    commands.handOver(files);
    keepPreviousLog();
    for (int tries = 1; ; tries++) {
      int port = options.port() == 0 ? freePort() : options.port();
      if (start(port, options.fsync())) {
        return port;
      }
      boolean portTaken = !isFree(port);
      if (!portTaken || options.port() != 0 || tries == PORTS_TRIED) {
        throw new EmbeddedPostgresException(
            portTaken
                ? "The embedded PostgreSQL did not start: port " + port + " is in use."
                : "The embedded PostgreSQL did not start; " + commands.output() + " says why.");
      }
    }
  }

  private boolean start(int port, boolean fsync) throws IOException {
    String settings =
        String.join(
            " -c ",
            "-p " + port,
            "listen_addresses=" + EmbeddedPostgres.HOST,
            "unix_socket_directories=",
            "timezone=UTC",
            "log_timezone=UTC",
            "fsync=" + (fsync ? "on" : "off"));
    return commands.run(
        "pg_ctl",
        "start",
        "-w",
        "-D",
        files.toString(),
        "-l",
        commands.output().toString(),
        "-o",
        settings);
  }

  private void keepPreviousLog() throws IOException {
    Path log = commands.output();
    Path previous = log.resolveSibling("previous-" + log.getFileName());
    Files.move(log, previous, StandardCopyOption.REPLACE_EXISTING);
    Files.createFile(log);
    commands.handOver(log);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket =
        new ServerSocket(0, 1, InetAddress.getByName(EmbeddedPostgres.HOST))) {
      return socket.getLocalPort();
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(EmbeddedPostgres.HOST, port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
