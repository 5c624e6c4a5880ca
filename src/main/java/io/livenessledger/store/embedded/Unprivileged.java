package io.livenessledger.store.embedded;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/**
 * How the server's programs are run without the privileges of root, with which they refuse to run.
 * Nothing changes for an ordinary user.
 *
 * <p>For root, a user namespace of its own ({@code unshare -U}) is preferred: files keep their
 * owner. Where the kernel refuses that, the programs run as user 65534 and own the server's files.
 */
final class Unprivileged {
  private static final int ROOT = 0;
  private static final int NOBODY = 65534;
  private static final List<String> NAMESPACE = List.of("unshare", "-U");
  private static final List<String> OTHER_USER =
      List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

  private final List<String> prefix;
  private final int owner;

  private Unprivileged(List<String> prefix, int owner) {
    this.prefix = prefix;
    this.owner = owner;
  }

  static Unprivileged ofThisProcess() {
    if (Binaries.Platform.isWindows() || new UnixSystem().getUid() != ROOT) {
      return new Unprivileged(List.of(), -1);
    }
    if (works(NAMESPACE)) {
      return new Unprivileged(NAMESPACE, ROOT);
    }
    if (works(OTHER_USER)) {
      return new Unprivileged(OTHER_USER, NOBODY);
    }
    throw new EmbeddedPostgresException(
        "PostgreSQL refuses to run as root, and neither unshare nor setpriv works here; run as"
            + " another user, or configure a database with quarkus.datasource.jdbc.url.");
  }

  /** For a test of the way that the first one hides. */
  static Unprivileged asOtherUser() {
    return new Unprivileged(OTHER_USER, NOBODY);
  }

  /** What a command line begins with. */
  List<String> prefix() {
    return prefix;
  }

  /**
   * Makes the tree belong to whom the programs run as, whoever it belonged to before. An
   * interrupted change is completed by the next call: the root of the tree changes last.
   */
  void handOver(Path root) throws IOException {
    if (prefix.isEmpty() || ownerOf(root) == owner) {
      return;
    }
    Directories.forEach(root, this::changeOwner);
  }

  private static int ownerOf(Path path) throws IOException {
    return (Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
  }

  private void changeOwner(Path path) throws IOException {
    Files.setAttribute(path, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
    Files.setAttribute(path, "unix:gid", owner, LinkOption.NOFOLLOW_LINKS);
  }

  private static boolean works(List<String> prefix) {
    try {
      return new ProcessBuilder(Commands.line(prefix, "true"))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException notInstalled) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
