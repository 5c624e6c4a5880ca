package io.livenessledger.problem.setting;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.Converters;
import java.time.Duration;
import org.eclipse.microprofile.config.spi.Converter;

/**
 * From a millisecond, below which timers do not tell times apart, to {@value #LONGEST_DAYS} days.
 */
public final class PositiveDuration implements Converter<Duration> {
  /** Dates that lie so far from now can still be stored and written. */
  static final int LONGEST_DAYS = 36_500;

  private static final Converter<Duration> RANGE =
      Converters.newTrimmingConverter(
          Converters.rangeValueConverter(
              new DurationConverter(),
              Duration.ofMillis(1),
              true,
              Duration.ofDays(LONGEST_DAYS),
              true));

  @Override
  public Duration convert(String value) {
    return RANGE.convert(value);
  }
}
