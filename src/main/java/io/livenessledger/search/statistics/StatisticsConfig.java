package io.livenessledger.search.statistics;

import io.livenessledger.problem.setting.Count;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;

/** Settings of statistics. */
@ConfigMapping(prefix = "ledger.statistics")
interface StatisticsConfig {
  /** The largest population whose records are all read. Of a larger one the sample's are. */
  @WithDefault("50000")
  @WithConverter(Count.class)
  int readWhole();
}
