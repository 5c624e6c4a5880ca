package io.livenessledger.ledger.check;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A leaf in its place.
 *
 * @param index in the log
 * @param entry id of the ledger entry that became this leaf
 * @param data as stored, unchecked
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record LoggedLeaf(long index, long entry, byte[] data) {
  private static final Pattern AT = Pattern.compile("\\{\"at\":\"([^\"]{1,40})\".*");

  /** When its fact was stored, as the data say; null where they say nothing of the sort. */
  public Instant at() {
    Matcher found = AT.matcher(new String(data, US_ASCII));
    try {
      return found.matches() ? Instant.parse(found.group(1)) : null;
    } catch (DateTimeParseException altered) {
      return null;
    }
  }

  /** Whether it is of this kind, as the data say. */
  public boolean isOf(String kind) {
    return new String(data, US_ASCII).contains("\"kind\":\"" + kind + "\"");
  }
}
