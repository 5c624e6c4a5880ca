package io.livenessledger.problem.setting;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.Converters;
import java.time.Duration;
import org.eclipse.microprofile.config.spi.Converter;

/** From zero, which is no time at all, to {@value PositiveDuration#LONGEST_DAYS} days. */
public final class DurationOrNone implements Converter<Duration> {
  private static final Converter<Duration> RANGE =
      Converters.newTrimmingConverter(
          Converters.rangeValueConverter(
              new DurationConverter(),
              Duration.ZERO,
              true,
              Duration.ofDays(PositiveDuration.LONGEST_DAYS),
              true));

  @Override
  public Duration convert(String value) {
    return RANGE.convert(value);
  }
}
