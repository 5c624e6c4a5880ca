package io.livenessledger.problem.setting;

import io.smallrye.config.Converters;
import org.eclipse.microprofile.config.spi.Converter;

/** A part of a whole that is not nothing: above 0, to 1. */
public final class PositiveShare implements Converter<Double> {
  private static final Converter<Double> RANGE =
      Converters.newTrimmingConverter(
          Converters.rangeValueConverter(Double::valueOf, 0.0, false, 1.0, true));

  @Override
  public Double convert(String value) {
    return RANGE.convert(value);
  }
}
