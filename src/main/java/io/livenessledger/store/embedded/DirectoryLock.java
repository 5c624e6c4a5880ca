package io.livenessledger.store.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/**
 * One program at a time works on a data directory. Without this a second program would adopt the
 * first one's server as an orphan, and stop it at its own end.
 *
 * <p>The operating system releases the lock with the JVM, also after {@code kill -9}. The object
 * must stay reachable for as long: a collected channel is a closed one.
 */
final class DirectoryLock implements AutoCloseable {
  // The lock is on a byte far beyond the text, so that the text stays readable on Windows too.
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private final String mark;
  private final FileChannel channel;

  private DirectoryLock(String mark, FileChannel channel) {
    this.mark = mark;
    this.channel = channel;
  }

  /** Takes the lock or fails at once, naming the process that holds it. */
  static DirectoryLock take(Path directory) throws IOException {
    String mark = "io.livenessledger.locked." + directory.toRealPath();
    String us = Long.toString(ProcessHandle.current().pid());
    // First, and without touching the file: a process that closes any descriptor of a file loses
    // its
    // lock on it (POSIX), so a second attempt of this JVM would give away what the first one holds.
    // A
    // system property, because a JVM can have this class more than once.
    if (System.getProperties().putIfAbsent(mark, us) != null) {
      throw inUse(directory, us);
    }
    try {
      return new DirectoryLock(mark, lock(directory, us));
    } catch (IOException | RuntimeException e) {
      System.clearProperty(mark);
      throw e;
    }
  }

  private static FileChannel lock(Path directory, String us) throws IOException {
    Path file = directory.resolve("lock");
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
      channel.close();
      throw inUse(directory, Files.readString(file).strip());
    }
    channel.truncate(0);
    channel.write(StandardCharsets.UTF_8.encode(us + "\n"));
    return channel;
  }

  private static EmbeddedPostgresException inUse(Path directory, String process) {
    return new EmbeddedPostgresException(
        String.format(
            Locale.ROOT,
            "Data directory %s is in use by process %s; stop that one, or choose another directory.",
            directory,
            process));
  }

  @Override
  public void close() throws IOException {
    channel.close();
    System.clearProperty(mark);
  }
}
