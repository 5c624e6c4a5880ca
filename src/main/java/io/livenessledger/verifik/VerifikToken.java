package io.livenessledger.verifik;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The vendor's token, from a file that may be replaced at any time, or from the configuration. */
final class VerifikToken {
  private static final Logger LOG = Logger.getLogger(VerifikToken.class);

  private final Optional<String> configured;
  private final Optional<Path> file;
  private volatile Read latest = new Read(null, -1, null);

  VerifikToken(VerifikConfig config) {
    this.configured = config.token().flatMap(VerifikToken::sane);
    this.file = config.tokenFile();
  }

  /** The token as it stands now; empty when there is none that can be sent. Never log it. */
  Optional<String> current() {
    return file.map(this::fromFile).orElse(configured);
  }

  private Optional<String> fromFile(Path path) {
    try {
      FileTime modified = Files.getLastModifiedTime(path);
      long size = Files.size(path);
      Read known = latest;
      if (!modified.equals(known.modified) || size != known.size) {
        known = new Read(modified, size, Files.readString(path));
        latest = known;
      }
      return sane(known.token);
    } catch (IOException unreadable) {
      LOG.warnf("ledger.vendor.token-file cannot be read: %s", unreadable.getClass().getName());
      return Optional.empty();
    }
  }

  /** Without the white space around it; empty when it could not stand in a header. */
  private static Optional<String> sane(String token) {
    String stripped = token.strip();
    boolean printable = stripped.chars().allMatch(c -> c > ' ' && c < 127);
    return stripped.isEmpty() || !printable ? Optional.empty() : Optional.of(stripped);
  }

  private record Read(FileTime modified, long size, String token) {}
}
