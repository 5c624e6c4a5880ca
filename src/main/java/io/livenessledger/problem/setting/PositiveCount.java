package io.livenessledger.problem.setting;

import io.smallrye.config.Converters;
import org.eclipse.microprofile.config.spi.Converter;

/** How many there are: one or more. */
public final class PositiveCount implements Converter<Integer> {
  private static final Converter<Integer> RANGE =
      Converters.newTrimmingConverter(Converters.minimumValueConverter(Integer::valueOf, 1, true));

  @Override
  public Integer convert(String value) {
    return RANGE.convert(value);
  }
}
