package io.livenessledger.paging;

import io.livenessledger.problem.setting.PositiveDuration;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of lists. */
@ConfigMapping(prefix = "ledger.paging")
interface PagingConfig {
  /** How long a page token leads to the next page. */
  @WithDefault("PT24H")
  @WithConverter(PositiveDuration.class)
  Duration tokenValidity();
}
