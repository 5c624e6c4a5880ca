package io.livenessledger.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Vendor answers, real in shape, about records that no other test uses. */
public final class Bodies {
  private static final Pattern ID = Pattern.compile("\"_id\": \"([^\"]+)\"");

  private Bodies() {}

  /** A record id that nobody used before. */
  public static String freshId() {
    return "r-" + UUID.randomUUID();
  }

  /** The answer under {@code src/test/resources/verifik}, its record's id replaced. */
  public static String of(String fixture, String id) {
    String text = text(fixture);
    Matcher first = ID.matcher(text);
    if (!first.find()) {
      throw new IllegalArgumentException("No _id in " + fixture);
    }
    return text.replace('"' + first.group(1) + '"', '"' + id + '"');
  }

  /** The smallest answer that is a record, telling apart contents by {@code status}. */
  public static String small(String id, String status) {
    return "{\"data\":{\"_id\":\"" + id + "\",\"status\":\"" + status + "\"}}";
  }

  private static String text(String fixture) {
    try (InputStream in = Bodies.class.getResourceAsStream("/verifik/" + fixture + ".json")) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
