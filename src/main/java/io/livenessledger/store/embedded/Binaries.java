package io.livenessledger.store.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The server's programs, unpacked once from the archive on the class path.
 *
 * <p>Each archive has a directory of its own, named by its digest, which appears in one step:
 * whoever sees it sees all of it. Safe for any number of processes and threads.
 */
final class Binaries {
  // 64 bits: enough to tell apart the few archives a machine ever sees.
  private static final int DIGEST_BYTES = 8;
  private static final int OWNER_EXECUTE = 0100;

  private final Path home;

  private Binaries(Path home) {
    this.home = home;
  }

  /** The server of this machine's platform below the directory, unpacked now if it is not there. */
  static Binaries in(Path directory) throws IOException {
    URL archive = archive();
    Path home = directory.resolve(digest(archive));
    if (!Files.exists(home)) {
      Files.createDirectories(directory);
      unpackAlone(archive, home);
    }
    return new Binaries(home);
  }

  Path program(String name) {
    return home.resolve("bin").resolve(name + (Platform.isWindows() ? ".exe" : ""));
  }

  private static URL archive() {
    String name = Platform.archiveName();
    URL archive = Binaries.class.getClassLoader().getResource(name);
    if (archive == null) {
      throw new EmbeddedPostgresException(
          "No embedded PostgreSQL for this platform on the class path ("
              + name
              + "); configure a database with quarkus.datasource.jdbc.url instead.");
    }
    return archive;
  }

  private static String digest(URL archive) throws IOException {
    try (InputStream in =
        new DigestInputStream(archive.openStream(), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      byte[] digest = ((DigestInputStream) in).getMessageDigest().digest();
      return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  // Static: two threads of one JVM may not wait for the same file lock, they would get an
  // exception.
  private static synchronized void unpackAlone(URL archive, Path home) throws IOException {
    Path lock = home.resolveSibling("lock");
    try (FileChannel channel =
        FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.lock();
      if (Files.exists(home)) {
        return;
      }
      Path unfinished = home.resolveSibling(home.getFileName() + ".unfinished");
      Directories.delete(unfinished);
      unpack(archive, unfinished);
      Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static void unpack(URL archive, Path target) throws IOException {
    Files.createDirectory(target);
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(
            new XZInputStream(new BufferedInputStream(archive.openStream())))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
          throw new IOException("archive entry leaves its directory: " + entry.getName());
        }
        unpack(tar, entry, path);
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path path)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else {
      Files.copy(tar, path);
      if ((entry.getMode() & OWNER_EXECUTE) != 0 && !path.toFile().setExecutable(true, false)) {
        throw new IOException("cannot make executable: " + path);
      }
    }
  }

  /** The machine this JVM runs on, in the words of the archives' names. */
  static final class Platform {
    private Platform() {}

    static boolean isWindows() {
      return system().equals("windows");
    }

    /** Resource name of the archive with this platform's server. */
    static String archiveName() {
      return "postgres-" + system() + "-" + architecture() + ".txz";
    }

    private static String system() {
      String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
      if (name.startsWith("windows")) {
        return "windows";
      }
      return name.startsWith("mac") ? "darwin" : "linux";
    }

    private static String architecture() {
      String name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
      return switch (name) {
        case "amd64", "x86_64" -> "x86_64";
        case "aarch64", "arm64" -> "arm_64";
        default -> name;
      };
    }
  }
}
