package io.livenessledger.problem.setting;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.Converters;
import java.math.BigInteger;
import java.util.Comparator;
import org.eclipse.microprofile.config.spi.Converter;

/** Bytes: one or more, and no more than an array holds. */
public final class PositiveSize implements Converter<MemorySize> {
  private static final Converter<MemorySize> RANGE =
      Converters.newTrimmingConverter(
          Converters.rangeValueConverter(
              Comparator.comparing(MemorySize::asBigInteger),
              new MemorySizeConverter(),
              bytes(1),
              true,
              bytes(Integer.MAX_VALUE),
              true));

  @Override
  public MemorySize convert(String value) {
    return RANGE.convert(value);
  }

  private static MemorySize bytes(int number) {
    return new MemorySize(BigInteger.valueOf(number));
  }
}
