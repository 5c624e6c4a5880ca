package io.livenessledger.verifik.token;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The vendor's token, from a file that may be replaced at any time, or from the configuration. A
 * file that vanishes, or is found half written, does not take away the token that was read before.
 */
@ApplicationScoped
public class VerifikToken {
  private static final Logger LOG = Logger.getLogger(VerifikToken.class);

  /** The vendor's tokens have less than 1 KiB. */
  private static final int LONGEST = 16 * 1024;

  private final Optional<HeldToken> configured;
  private final Optional<Path> file;
  private Reading latest = new Reading(null, null);

  VerifikToken(TokenConfig config) {
    this.configured = config.token().flatMap(HeldToken::in);
    this.file = config.tokenFile();
  }

  /** The token as it stands now; empty when there never was one that can be sent. */
  public Optional<HeldToken> current() {
    return file.map(path -> Optional.ofNullable(read(path).token())).orElse(configured);
  }

  /** What is wrong with the token's file; empty when it holds the token that is in use. */
  public Optional<String> trouble() {
    return file.map(path -> read(path).trouble());
  }

  /**
   * Read anew each time: it is small, a fetch takes ages beside it, and neither time nor size tell
   * for sure that a file, or what a link leads to, is still the same.
   */
  private synchronized Reading read(Path path) {
    Reading now = reading(path, latest.token());
    if (!now.equals(latest)) {
      tell(now);
    }
    latest = now;
    return now;
  }

  private static Reading reading(Path path, HeldToken before) {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(LONGEST + 1);
      String text = bytes.length > LONGEST ? "" : new String(bytes, ISO_8859_1);
      if (before != null && before.text().equals(text.strip())) {
        return new Reading(before, null);
      }
      return HeldToken.in(text)
          .map(found -> accepted(found, before))
          .orElse(new Reading(before, "holds nothing that could be a token"));
    } catch (IOException unreadable) {
      return new Reading(before, "cannot be read (" + unreadable.getClass().getSimpleName() + ")");
    }
  }

  /** A JWT is not followed by a token without its form, but by one of which a part is missing. */
  private static Reading accepted(HeldToken found, HeldToken before) {
    return before != null && before.isJwt() && !found.isJwt()
        ? new Reading(before, "holds a part of a token")
        : new Reading(found, null);
  }

  private void tell(Reading now) {
    if (now.trouble() != null) {
      LOG.warnf(
          "ledger.vendor.token-file %s; %s",
          now.trouble(),
          now.token() == null
              ? "there is no token"
              : "the token that was read before stays in use");
    } else if (Objects.equals(now.token(), latest.token())) {
      LOG.info("ledger.vendor.token-file holds the token in use again");
    } else if (latest.token() != null) {
      LOG.infof(
          "The vendor's token was replaced; the new one expires: %s",
          now.token().expires().map(Instant::toString).orElse("unknown"));
    }
  }

  /**
   * What came of reading the file.
   *
   * @param token null when there never was one
   * @param trouble null when the file holds the token
   */
  private record Reading(HeldToken token, String trouble) {}
}
