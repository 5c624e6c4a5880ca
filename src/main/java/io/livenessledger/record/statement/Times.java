package io.livenessledger.record.statement;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;

/** Instants as RFC 3339 text: two are the same exactly when their texts are. */
final class Times {
  private static final DateTimeFormatter MILLIS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();
  private static final DateTimeFormatter MICROS =
      new DateTimeFormatterBuilder().appendInstant(6).toFormatter();

  private Times() {}

  /**
   * In UTC, with milliseconds; with microseconds where it has any.
   *
   * @param instant in whole microseconds, as PostgreSQL holds them; may be null
   */
  static String text(Instant instant) {
    if (instant == null) {
      return null;
    }
    boolean millis = instant.truncatedTo(ChronoUnit.MILLIS).equals(instant);
    return (millis ? MILLIS : MICROS).format(instant);
  }
}
