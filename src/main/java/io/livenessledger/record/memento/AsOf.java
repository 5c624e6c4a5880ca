package io.livenessledger.record.memento;

import io.livenessledger.paging.Instants;
import io.livenessledger.problem.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * The instant whose knowledge is asked for.
 *
 * @param isNegotiated whether it was asked for by {@code Accept-Datetime} (RFC 7089) and not by the
 *     address
 */
public record AsOf(Instant instant, boolean isNegotiated) {
  /** The query parameter. */
  public static final String PARAMETER = "asOf";

  /** The request header (RFC 7089 §2.1.1). */
  public static final String HEADER = "Accept-Datetime";

  /** The header has seconds; what was stored within the last one it means too. */
  private static final long REST_OF_SECOND = 999_999_999;

  /**
   * What is asked for; empty for now. The address wins over the header, as it names one state.
   *
   * @param parameter RFC 3339; null when it was not given
   * @param header RFC 9110 date; null when it was not given
   * @throws Problem {@code invalid-parameter} for what is no instant, or lies after {@code now}
   */
  public static Optional<AsOf> of(String parameter, String header, Instant now) {
    if (parameter != null) {
      return Optional.of(new AsOf(past(parameter, now), false));
    }
    return Optional.ofNullable(header).map(date -> new AsOf(date(date, now), true));
  }

  /**
   * The instant in the query parameter; null when it was not given.
   *
   * @throws Problem {@code invalid-parameter} for what is no instant, or lies after {@code now}
   */
  public static Instant past(String parameter, Instant now) {
    Instant instant = Instants.instant(PARAMETER, parameter);
    if (instant != null && instant.isAfter(now)) {
      throw Problem.invalidParameter(
          PARAMETER, "must not be in the future: what will be known then is not known");
    }
    return instant;
  }

  /** In the future it means now: so RFC 7089 §4.5.3 has it. */
  private static Instant date(String header, Instant now) {
    try {
      Instant second =
          ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Instant end = second.plusNanos(REST_OF_SECOND);
      return end.isAfter(now) ? now : end;
    } catch (DateTimeException notADate) {
      throw Problem.invalidParameter(
          HEADER, "must be a date of RFC 9110, such as Sun, 01 Nov 2026 00:00:00 GMT");
    }
  }
}
