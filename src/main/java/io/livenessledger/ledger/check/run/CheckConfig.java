package io.livenessledger.ledger.check.run;

import io.livenessledger.problem.setting.DurationOrNone;
import io.livenessledger.problem.setting.PositiveCount;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the self-check. */
@ConfigMapping(prefix = "ledger.check")
interface CheckConfig {
  /** From one check to the next, unless somebody asks sooner; zero for none. */
  @WithDefault("PT24H")
  @WithConverter(DurationOrNone.class)
  Duration interval();

  /** Leaves that are read at once; a few times as many are in memory. */
  @WithDefault("4096")
  @WithConverter(PositiveCount.class)
  int page();
}
