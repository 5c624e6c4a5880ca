package io.livenessledger.verifik;

import io.livenessledger.verifik.budget.VendorBudget.Word;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Reads how long the vendor wants to be left alone: {@code Retry-After} (RFC 9110 §10.2.3, seconds
 * or a date), else, where the rate is the matter, {@code X-RateLimit-Reset} (epoch seconds,
 * VERIFIK.md; it can stand on any answer); and how many calls it allows until then, {@code
 * X-RateLimit-Remaining}. What cannot be read is no demand.
 */
final class DemandedWait {
  private final Clock clock;

  DemandedWait(Clock clock) {
    this.clock = clock;
  }

  /** Never negative. */
  Optional<Duration> in(RestResponse<?> answer) {
    String retryAfter = answer.getHeaderString(HttpHeaders.RETRY_AFTER);
    Optional<Duration> wait = number(retryAfter).map(Duration::ofSeconds);
    return wait.or(() -> date(retryAfter).map(this::until))
        .or(() -> answer.getStatus() == 429 ? reset(answer) : Optional.empty());
  }

  /** What an answer says of the vendor's limits. */
  Word word(RestResponse<?> answer) {
    boolean isRefused = answer.getStatus() == 429 || answer.getStatus() >= 500;
    Duration pause = isRefused ? in(answer).orElse(null) : null;
    Integer remaining =
        number(answer.getHeaderString("X-RateLimit-Remaining"))
            .map(calls -> (int) Math.min(calls, Integer.MAX_VALUE))
            .orElse(null);
    return new Word(pause, remaining, resetAt(answer).orElse(null));
  }

  private Optional<Duration> reset(RestResponse<?> answer) {
    return resetAt(answer).map(this::until);
  }

  private static Optional<Instant> resetAt(RestResponse<?> answer) {
    return number(answer.getHeaderString("X-RateLimit-Reset")).map(Instant::ofEpochSecond);
  }

  private static Optional<Long> number(String text) {
    boolean digits = text != null && text.strip().matches("[0-9]{1,10}");
    return digits ? Optional.of(Long.valueOf(text.strip())) : Optional.empty();
  }

  private static Optional<Instant> date(String text) {
    try {
      return Optional.ofNullable(text)
          .map(t -> ZonedDateTime.parse(t, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }

  private Duration until(Instant instant) {
    Duration wait = Duration.between(clock.instant(), instant);
    return wait.isNegative() ? Duration.ZERO : wait;
  }
}
