package io.livenessledger.store.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * One program at a time works on a data directory. Without this a second program would adopt the
 * first one's server as an orphan, and stop it at its own end.
 *
 * <p>The operating system releases the lock with the JVM, also after {@code kill -9}. The object must
 * stay reachable for as long: a collected channel is a closed one.
 */
final class DirectoryLock implements AutoCloseable {
  // The lock is on a byte far beyond the text, so that the text stays readable on Windows too.
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private final FileChannel channel;

  private DirectoryLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes the lock or fails at once, naming the process that holds it. */
  static DirectoryLock take(Path directory) throws IOException {
    Path file = directory.resolve("lock");
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!locked(channel)) {
      channel.close();
      throw new EmbeddedPostgresException(
          "Data directory %s is in use by process %s; stop that one, or choose another directory."
              .formatted(directory, Files.readString(file).strip()));
    }
    channel.truncate(0);
    channel.write(StandardCharsets.UTF_8.encode(ProcessHandle.current().pid() + "\n"));
    return new DirectoryLock(channel);
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
      return lock != null;
    } catch (OverlappingFileLockException heldByThisJvm) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
