package io.livenessledger.store;

import io.livenessledger.problem.setting.PositiveDuration;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the transaction seam. */
@ConfigMapping(prefix = "ledger.store")
public interface StoreConfig {
  /** A caller is not kept waiting longer for the database. */
  @WithDefault("PT15S")
  @WithConverter(PositiveDuration.class)
  Duration timeout();

  /** A question about many records is given up after this. */
  @WithDefault("PT30S")
  @WithConverter(PositiveDuration.class)
  Duration searchTimeout();
}
