package io.livenessledger.testkit;

import io.livenessledger.ledger.log.KeyFile;
import io.livenessledger.store.embedded.EmbeddedPostgres;
import io.livenessledger.store.embedded.EmbeddedPostgres.Options;
import io.livenessledger.store.embedded.Role;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The PostgreSQL server of this test JVM, started when first asked for, ended with the JVM. Test
 * JVMs that run at once have one each and share the unpacked programs.
 *
 * <p>Quarkus loads tests in several class loaders: this class exists once in each of them. What
 * they share is kept in system properties, and the lock is an interned string.
 */
final class TestServer {
  private static final String PREFIX = "io.livenessledger.testkit.";
  private static final String PORT = PREFIX + "port";
  private static final String NUMBER = PREFIX + "number";
  private static final Object MONITOR = PREFIX.intern();

  private TestServer() {}

  /** Without the {@code jdbc:} in front. */
  static String url(String database) {
    startOnce();
    String port = System.getProperty(PORT);
    return "postgresql://" + EmbeddedPostgres.HOST + ":" + port + "/" + database;
  }

  static String password(Role role) {
    startOnce();
    return System.getProperty(PREFIX + role.user());
  }

  /** Signs the logs of all databases on the server. */
  static String keyFile() {
    startOnce();
    return System.getProperty(PREFIX + "key");
  }

  /** A number that nobody else in this JVM gets. */
  static int nextNumber() {
    synchronized (MONITOR) {
      int number = Integer.getInteger(NUMBER, 0) + 1;
      System.setProperty(NUMBER, Integer.toString(number));
      return number;
    }
  }

  private static void startOnce() {
    synchronized (MONITOR) {
      if (System.getProperty(PORT) == null) {
        start();
      }
    }
  }

  private static void start() {
    try {
      Path target = Path.of("target").toAbsolutePath();
      Path directory =
          Files.createTempDirectory(
              Files.createDirectories(target.resolve("postgresql")), "server-");
      Options options =
          Options.defaults().withoutFsync().withBinaries(target.resolve("postgresql-binaries"));
      EmbeddedPostgres server = EmbeddedPostgres.start(directory, options);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, directory.toFile())));
      for (Role role : Role.values()) {
        System.setProperty(PREFIX + role.user(), server.password(role));
      }
      Path key = directory.resolve("log-key.pem");
      KeyFile.create(key);
      System.setProperty(PREFIX + "key", key.toString());
      System.setProperty(PORT, Integer.toString(server.port()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void end(EmbeddedPostgres server, File directory) {
    server.close();
    delete(directory);
  }

  // Not Files.walkFileTree: its visitor would be loaded now, when the class loader may be closed.
  private static void delete(File file) {
    File[] content = file.listFiles();
    if (content != null) {
      for (File child : content) {
        delete(child);
      }
    }
    file.delete();
  }
}
