package io.livenessledger.store.partition;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the partitions by month. */
@ConfigMapping(prefix = "ledger.store.partitions")
interface PartitionConfig {
  /** From one look for missing partitions to the next; zero for none. */
  @WithDefault("PT24H")
  Duration interval();

  /** Months after this one for which there shall be partitions; 24 at most. */
  @WithDefault("3")
  int ahead();
}
