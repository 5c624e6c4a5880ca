package io.livenessledger.problem.setting;

import io.smallrye.config.Converters;
import org.eclipse.microprofile.config.spi.Converter;

/** A part of a whole, from 0 to 1. */
public final class Share implements Converter<Double> {
  private static final Converter<Double> RANGE =
      Converters.newTrimmingConverter(
          Converters.rangeValueConverter(Double::valueOf, 0.0, true, 1.0, true));

  @Override
  public Double convert(String value) {
    return RANGE.convert(value);
  }
}
