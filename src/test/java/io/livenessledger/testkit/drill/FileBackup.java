package io.livenessledger.testkit.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A backup of a running server's files, as PostgreSQL's manual has it for whoever copies them
 * himself ("Making a Base Backup Using the Low Level API").
 */
public final class FileBackup {
  private static final Set<String> OF_THE_PROCESS =
      Set.of("postmaster.pid", "postmaster.opts", "lock");
  private static final String LOG = "pg_wal";

  private final Connection superuser;
  private final Path from;
  private final Path to;

  private FileBackup(Connection superuser, Path from, Path to) {
    this.superuser = superuser;
    this.from = from;
    this.to = to;
  }

  /** Copies all but the write-ahead log, whoever writes meanwhile. The session must stay open. */
  public static FileBackup begin(Connection superuser, Path from, Path to)
      throws SQLException, IOException {
    try (Statement statement = superuser.createStatement()) {
      statement.execute("select pg_backup_start('BackupIT', fast => true)");
    }
    FileBackup backup = new FileBackup(superuser, from, to);
    backup.copy(from, path -> !path.getParent().endsWith(LOG));
    return backup;
  }

  /** Copies the write-ahead log up to now, which makes a whole of what was copied before. */
  public void end() throws SQLException, IOException {
    Path cluster = Path.of("postgresql");
    try (Statement statement = superuser.createStatement();
        ResultSet ended =
            statement.executeQuery(
                "select labelfile from pg_backup_stop(wait_for_archive => false)")) {
      ended.next();
      Files.writeString(to.resolve(cluster).resolve("backup_label"), ended.getString(1));
    }
    copy(from.resolve(cluster).resolve(LOG), path -> true);
  }

  private void copy(Path root, java.util.function.Predicate<Path> wanted) throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes)
              throws IOException {
            if (!Files.exists(target(path))) {
              Files.copy(path, target(path), StandardCopyOption.COPY_ATTRIBUTES);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path path, BasicFileAttributes attributes)
              throws IOException {
            if (wanted.test(path) && !OF_THE_PROCESS.contains(path.getFileName().toString())) {
              copyOne(path, target(path));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path path, IOException failure)
              throws IOException {
            return skipped(failure);
          }
        });
  }

  private static void copyOne(Path path, Path target) throws IOException {
    try {
      Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES);
    } catch (NoSuchFileException removed) {
      skipped(removed);
    }
  }

  /** Files that the server removes meanwhile are none of the backup's. */
  private static FileVisitResult skipped(IOException failure) throws IOException {
    if (failure instanceof NoSuchFileException) {
      return FileVisitResult.CONTINUE;
    }
    throw failure;
  }

  private Path target(Path path) {
    return to.resolve(from.relativize(path));
  }

  /** Destroys what was backed up. */
  public static void delete(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      all.sorted(Comparator.reverseOrder()).forEach(FileBackup::deleteOne);
    }
  }

  private static void deleteOne(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
