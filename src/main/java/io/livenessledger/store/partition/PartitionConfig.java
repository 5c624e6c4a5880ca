package io.livenessledger.store.partition;

import io.livenessledger.problem.setting.DurationOrNone;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.Converters;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.eclipse.microprofile.config.spi.Converter;

/** Settings of the partitions by month. */
@ConfigMapping(prefix = "ledger.store.partitions")
interface PartitionConfig {
  /** From one look for missing partitions to the next; zero for none. */
  @WithDefault("PT24H")
  @WithConverter(DurationOrNone.class)
  Duration interval();

  /** Months after this one for which there shall be partitions. */
  @WithDefault("3")
  @WithConverter(MonthsAhead.class)
  int ahead();

  /** From this month alone to two years. */
  final class MonthsAhead implements Converter<Integer> {
    private static final Converter<Integer> RANGE =
        Converters.newTrimmingConverter(
            Converters.rangeValueConverter(Integer::valueOf, 0, true, 24, true));

    @Override
    public Integer convert(String value) {
      return RANGE.convert(value);
    }
  }
}
