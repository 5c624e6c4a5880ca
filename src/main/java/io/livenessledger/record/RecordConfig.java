package io.livenessledger.record;

import io.livenessledger.problem.setting.DurationOrNone;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of what is read of records. */
@ConfigMapping(prefix = "ledger.record")
interface RecordConfig {
  /** A state that we fetched longer ago than this reads as {@code STALE}. */
  @WithDefault("PT24H")
  @WithConverter(DurationOrNone.class)
  Duration freshFor();
}
