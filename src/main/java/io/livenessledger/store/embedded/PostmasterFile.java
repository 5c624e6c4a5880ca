package io.livenessledger.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What a server says about itself in {@code postmaster.pid} (PostgreSQL's {@code miscadmin.h}: line
 * 1 process, 2 data directory, 4 port, 8 state).
 */
record PostmasterFile(long pid, Path directory, int port, boolean ready) {
  private static final int LINES_WHEN_READY = 8;
  private static final long LONGEST_END_SECONDS = 5;

  /** Empty when there is no such file, or none that a running server wrote to its end. */
  static Optional<PostmasterFile> read(Path files) throws IOException {
    try {
      List<String> lines = Files.readAllLines(path(files));
      boolean complete = lines.size() >= LINES_WHEN_READY;
      return Optional.of(
          new PostmasterFile(
              Long.parseLong(lines.get(0).strip()),
              Path.of(lines.get(1)),
              Integer.parseInt(lines.get(3).strip()),
              complete && lines.get(LINES_WHEN_READY - 1).strip().equals("ready")));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IndexOutOfBoundsException | NumberFormatException cutShort) {
      return Optional.empty();
    }
  }

  static Path path(Path files) {
    return files.resolve("postmaster.pid");
  }

  boolean isAlive() {
    return process().isPresent();
  }

  /** Waits for the process to end, which it is about to: a moment, no more. */
  void awaitEnd() {
    try {
      Optional<ProcessHandle> process = process();
      if (process.isPresent()) {
        process.get().onExit().get(LONGEST_END_SECONDS, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException stillThere) {
      // Nobody collects it, say, in a container without an init. It serves nothing any more.
    }
  }

  /**
   * Whether the process is the server of these files, not another one that got its number since.
   */
  boolean isServerOf(Path files) throws IOException {
    if (!isAlive() || !Files.exists(directory) || !Files.isSameFile(directory, files)) {
      return false;
    }
    // A server works in its data directory, for as long as it lives.
    Path workingDirectory = Path.of("/proc", Long.toString(pid), "cwd");
    if (Files.isReadable(workingDirectory)) {
      return Files.isSameFile(workingDirectory, files);
    }
    return process().flatMap(process -> process.info().command()).stream()
        .allMatch(command -> command.contains("postgres"));
  }

  private Optional<ProcessHandle> process() {
    // Not as a lambda: the server is stopped when the class loader may be closed, too late to link
    // one.
    Optional<ProcessHandle> process = ProcessHandle.of(pid);
    return process.isPresent() && process.get().isAlive() ? process : Optional.empty();
  }
}
