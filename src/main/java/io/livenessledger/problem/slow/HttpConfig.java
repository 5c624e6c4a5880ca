package io.livenessledger.problem.slow;

import io.livenessledger.problem.setting.PositiveDuration;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long requests may take to arrive. */
@ConfigMapping(prefix = "ledger.http")
interface HttpConfig {
  /** A request whose head is not there by then loses its connection. */
  @WithDefault("PT10S")
  @WithConverter(PositiveDuration.class)
  Duration headTimeout();

  /** A request whose body is not there by then loses its connection. */
  @WithDefault("PT30S")
  @WithConverter(PositiveDuration.class)
  Duration bodyTimeout();
}
