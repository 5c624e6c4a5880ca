package io.livenessledger.webhook.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * The secrets that a webhook's messages are signed with (Standard Webhooks, symmetric). All of them
 * sign, so that a receiver may change from one to the next at any time.
 */
final class Secrets {
  static final String FORM = "must be whsec_ and the base64 of 24 to 64 bytes";

  private static final Logger LOG = Logger.getLogger(Secrets.class);
  private static final String PREFIX = "whsec_";
  private static final int SHORTEST = 24;
  private static final int LONGEST = 64;

  private final Path file;
  private volatile List<Webhook> known;

  private Secrets(Path file, List<Webhook> known) {
    this.file = file;
    this.known = known;
  }

  /**
   * Fixed ones.
   *
   * @throws IllegalArgumentException when one is none; does not quote it
   */
  static Secrets of(List<String> secrets) {
    return new Secrets(null, parse(secrets));
  }

  /**
   * Those in a file, at any time: read for each message.
   *
   * @throws IllegalArgumentException when they cannot be read now; does not quote them
   */
  static Secrets in(Path file) {
    try {
      return new Secrets(file, read(file));
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot be read: " + e.getClass().getSimpleName(), e);
    }
  }

  /** The header {@code webhook-signature}. Reads the file: not on an event loop. */
  String sign(String messageId, long timestamp, String body) throws WebhookSigningException {
    List<String> signatures = new ArrayList<>();
    for (Webhook secret : current()) {
      signatures.add(secret.sign(messageId, timestamp, body));
    }
    return String.join(" ", signatures);
  }

  /** A file that is being replaced, or is gone, is no reason to sign with nothing. */
  private List<Webhook> current() {
    if (file != null) {
      try {
        known = read(file);
      } catch (IOException | IllegalArgumentException e) {
        // Its message could quote the file
        LOG.warnf("A webhook's secret file: %s; the last secrets stay", e.getClass().getName());
      }
    }
    return known;
  }

  private static List<Webhook> read(Path file) throws IOException {
    return parse(
        Files.readAllLines(file, UTF_8).stream()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .toList());
  }

  private static List<Webhook> parse(List<String> secrets) {
    if (secrets.isEmpty()) {
      throw new IllegalArgumentException(FORM);
    }
    return secrets.stream().map(Secrets::parse).toList();
  }

  private static Webhook parse(String secret) {
    if (secret.startsWith(PREFIX)) {
      byte[] key = decoded(secret.substring(PREFIX.length()));
      if (key.length >= SHORTEST && key.length <= LONGEST) {
        return new Webhook(key);
      }
    }
    throw new IllegalArgumentException(FORM);
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException quotesItsInput) {
      return new byte[0];
    }
  }
}
