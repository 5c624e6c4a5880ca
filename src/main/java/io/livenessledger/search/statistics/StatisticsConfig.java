package io.livenessledger.search.statistics;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of statistics. */
@ConfigMapping(prefix = "ledger.statistics")
interface StatisticsConfig {
  /** The largest population whose records are all read. Of a larger one the sample's are. */
  @WithDefault("50000")
  long readWhole();
}
