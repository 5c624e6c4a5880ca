package io.livenessledger.testkit.drill;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Ways to leave a server without room for what it writes. */
public interface FullDisk extends AutoCloseable {
  /** Nothing more can be written. */
  void fill() throws Exception;

  /** There is room again. */
  void free() throws Exception;

  @Override
  void close() throws Exception;

  /**
   * A file system of its own below a directory, which is really full. Skips the test where nobody
   * may mount one.
   */
  static FullDisk mountedAt(Path directory, String size) throws Exception {
    Assumptions.assumeTrue(
        succeeds("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", directory.toString()),
        "Skipped: no file system can be mounted here; that takes root on Linux");
    Path ballast = directory.resolve("ballast");
    return new FullDisk() {
      @Override
      public void fill() throws IOException {
        byte[] some = "ballast\n".repeat(512).getBytes(UTF_8);
        try (OutputStream out = Files.newOutputStream(ballast)) {
          while (true) {
            out.write(some);
          }
        } catch (IOException full) {
          // As was wanted
        }
      }

      @Override
      public void free() throws IOException {
        Files.deleteIfExists(ballast);
      }

      @Override
      public void close() throws Exception {
        if (!succeeds("umount", directory.toString())) {
          throw new IllegalStateException(directory + " is still mounted");
        }
      }
    };
  }

  /**
   * The server's processes may write no file beyond some bytes; anybody may demand that of his own.
   * Ends with them: a server that is started anew is free. Skips the test where there is no {@code
   * prlimit}.
   */
  static FullDisk limitOf(DrillServer server) throws Exception {
    Assumptions.assumeTrue(succeeds("prlimit", "--version"), "Skipped: there is no prlimit here");
    return new FullDisk() {
      @Override
      public void fill() throws Exception {
        limit(server, "65536:");
      }

      @Override
      public void free() throws Exception {
        if (server.isAlive()) {
          limit(server, "unlimited:");
        }
      }

      @Override
      public void close() {
        // Nothing is left of it
      }
    };
  }

  private static void limit(DrillServer server, String bytes) throws Exception {
    ProcessHandle postmaster = server.postmaster();
    // The first process first: what it makes meanwhile inherits the limit
    Stream<ProcessHandle> all = Stream.concat(Stream.of(postmaster), postmaster.descendants());
    for (ProcessHandle process : all.toList()) {
      succeeds("prlimit", "--pid", Long.toString(process.pid()), "--fsize=" + bytes);
    }
  }

  private static boolean succeeds(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException noSuchProgram) {
      return false;
    }
  }
}
