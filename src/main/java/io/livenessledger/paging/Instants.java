package io.livenessledger.paging;

import io.livenessledger.problem.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Reads instants in queries. */
public final class Instants {
  // What every database can compare
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  private Instants() {}

  /**
   * The instant.
   *
   * @param text RFC 3339; null is null
   * @throws Problem {@code invalid-parameter} when it is none
   */
  public static Instant instant(String parameter, String text) {
    if (text == null) {
      return null;
    }
    try {
      Instant instant = OffsetDateTime.parse(text).toInstant();
      if (!instant.isBefore(FIRST) && !instant.isAfter(LAST)) {
        return instant;
      }
    } catch (DateTimeException notAnInstant) {
      // said below
    }
    throw Problem.invalidParameter(
        parameter, "must be an instant (RFC 3339), such as 2026-11-01T00:00:00Z");
  }
}
