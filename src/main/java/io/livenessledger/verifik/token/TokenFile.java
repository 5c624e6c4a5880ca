package io.livenessledger.verifik.token;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * The token's file as it is replaced: whenever the program or the machine stops, the file holds one
 * whole token, the old or the new one. Beside it, in {@code <file>.previous}, is the token that was
 * replaced, for as long as the new one has not worked. All that is written is readable by its owner
 * alone. For one writer at a time; readers need no care.
 */
final class TokenFile {
  private static final Logger LOG = Logger.getLogger(TokenFile.class);

  private final Path configured;

  TokenFile(Path configured) {
    this.configured = configured;
  }

  /** Something that is done to the disk. */
  interface Step {
    void run() throws IOException;
  }

  /** The token in it; empty when there is none. */
  Optional<HeldToken> token() throws IOException {
    return HeldToken.in(Files.readString(file(), ISO_8859_1));
  }

  /** The token that was replaced; empty when there is none. */
  Optional<HeldToken> previous() throws IOException {
    try {
      return HeldToken.in(Files.readString(previousFile(), ISO_8859_1));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
  }

  /** Writes the next token, and keeps the one that it replaces. */
  void replace(HeldToken old, HeldToken next) throws IOException {
    try {
      for (Step step : replacement(old, next)) {
        step.run();
      }
    } catch (IOException failed) {
      sweep();
      throw failed;
    }
  }

  /**
   * In this order: with each of them as the last one that is done, there is a whole token. The old
   * one is safe on the disk before its file is touched.
   */
  List<Step> replacement(HeldToken old, HeldToken next) throws IOException {
    Path file = file();
    Path previous = previousFile();
    Path oldCopy = temporary(file, "old");
    Path nextCopy = temporary(file, "next");
    return List.of(
        this::sweep,
        () -> write(oldCopy, old),
        () -> write(nextCopy, next),
        () -> move(oldCopy, previous),
        () -> sync(file),
        () -> move(nextCopy, file),
        () -> sync(file));
  }

  /** Makes the previous token the current one again. */
  void goBack() throws IOException {
    move(previousFile(), file());
    sync(file());
  }

  /** Removes the previous token. */
  void forgetPrevious() throws IOException {
    Files.deleteIfExists(previousFile());
  }

  /** Behind links: what replaces a link would leave the file that it leads to as it was. */
  private Path file() throws IOException {
    return configured.toRealPath();
  }

  private Path previousFile() throws IOException {
    Path file = file();
    return file.resolveSibling(file.getFileName() + ".previous");
  }

  private static Path temporary(Path file, String what) {
    return file.resolveSibling(prefix(file) + UUID.randomUUID() + "." + what);
  }

  private static String prefix(Path file) {
    return "." + file.getFileName() + ".writing-";
  }

  private static void write(Path path, HeldToken token) throws IOException {
    Files.createFile(path, ownerOnly(path));
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap((token.text() + "\n").getBytes(ISO_8859_1));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path file) {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * So that renames survive the machine; a system on which a directory cannot be opened does it.
   */
  private static void sync(Path file) throws IOException {
    try (FileChannel directory = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
      directory.force(true);
    } catch (AccessDeniedException notToBeOpened) {
      LOG.debug("A directory cannot be opened to be synchronised", notToBeOpened);
    }
  }

  /** Removes what a writer that was stopped left behind: it holds tokens. */
  private void sweep() throws IOException {
    Path file = file();
    try (DirectoryStream<Path> left =
        Files.newDirectoryStream(
            file.getParent(), p -> p.getFileName().toString().startsWith(prefix(file)))) {
      for (Path path : left) {
        Files.deleteIfExists(path);
      }
    } catch (DirectoryIteratorException unreadable) {
      throw unreadable.getCause();
    }
  }
}
