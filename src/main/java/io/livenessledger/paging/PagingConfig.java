package io.livenessledger.paging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of lists. */
@ConfigMapping(prefix = "ledger.paging")
interface PagingConfig {
  /** How long a page token leads to the next page. */
  @WithDefault("PT24H")
  Duration tokenValidity();
}
