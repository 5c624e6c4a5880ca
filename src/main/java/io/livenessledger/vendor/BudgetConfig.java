package io.livenessledger.vendor;

import io.livenessledger.problem.setting.DurationOrNone;
import io.livenessledger.problem.setting.PositiveCount;
import io.livenessledger.problem.setting.PositiveDuration;
import io.livenessledger.problem.setting.PositiveShare;
import io.livenessledger.problem.setting.Share;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much may be asked of the vendor; application.properties gives the reasons. */
@ConfigMapping(prefix = "ledger.vendor.budget")
interface BudgetConfig {
  Minute minute();

  Day day();

  /** Part of each limit that scheduled refreshes leave to those that somebody waits for. */
  @WithDefault("0.1")
  @WithConverter(Share.class)
  double keptFromSchedule();

  /** Part of the day's limit that scheduled refreshes may spend, whatever is left of it. */
  @WithDefault("0.5")
  @WithConverter(PositiveShare.class)
  double shareOfSchedule();

  /** Part of each limit that backfills leave to all others. */
  @WithDefault("0.2")
  @WithConverter(Share.class)
  double keptFromBackfill();

  /** How long a refresh waits for its turn before its caller is told to come back. */
  @WithDefault("PT5S")
  @WithConverter(DurationOrNone.class)
  Duration patience();

  /** The limit on bursts. */
  interface Minute {
    @WithDefault("60")
    @WithConverter(PositiveCount.class)
    int calls();

    @WithDefault("PT1M")
    @WithConverter(PositiveDuration.class)
    Duration span();
  }

  /** The limit that is paid for. */
  interface Day {
    @WithDefault("10000")
    @WithConverter(PositiveCount.class)
    int calls();

    @WithDefault("PT24H")
    @WithConverter(PositiveDuration.class)
    Duration span();
  }
}
