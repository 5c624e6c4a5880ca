package io.livenessledger.ledger.log;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.livenessledger.canonical.Digest;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * What enters the log. Holds no personal data: it is public.
 *
 * @param at when the fact was stored, to the millisecond
 * @param commitment to the fact's statement
 * @param kind of fact, such as {@code observation}; lower-case letters and dashes
 */
public record Leaf(Instant at, Digest commitment, String kind) {
  /** Version of the form. */
  private static final int VERSION = 1;

  private static final Pattern KIND = Pattern.compile("[a-z]+(-[a-z]+)*");
  private static final DateTimeFormatter MILLIS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  public Leaf {
    if (!KIND.matcher(kind).matches()) {
      throw new IllegalArgumentException("not a kind of leaf: " + kind);
    }
  }

  /** RFC 3339 in UTC with three decimals. */
  public static String time(Instant at) {
    return MILLIS.format(at);
  }

  /** The leaf's data: canonical JSON {@code {"at","commitment","kind","v"}} in UTF-8. */
  public byte[] data() {
    // In canonical form as it stands: members in order, and no value has a character that is
    // escaped
    String json =
        "{\"at\":\""
            + time(at)
            + "\",\"commitment\":\""
            + Base64.getEncoder().encodeToString(commitment.bytes())
            + "\",\"kind\":\""
            + kind
            + "\",\"v\":"
            + VERSION
            + "}";
    return json.getBytes(US_ASCII);
  }
}
