package io.livenessledger.backfill.run;

import io.livenessledger.problem.setting.PositiveCount;
import io.livenessledger.problem.setting.PositiveDuration;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of backfills; application.properties gives the reason for each number. */
@ConfigMapping(prefix = "ledger.backfill")
interface BackfillConfig {
  /** Fetches of a backfill that are under way at a time. */
  @WithDefault("4")
  @WithConverter(PositiveCount.class)
  int concurrent();

  /** A runner that was killed is followed after this. */
  @WithDefault("PT6S")
  @WithConverter(PositiveDuration.class)
  Duration leaseTerm();

  Retry retry();

  /** Tries a record again that could not be fetched, while the backfill goes on. */
  interface Retry {
    /** Fetches of a record in all, each of which makes the tries of the vendor's client. */
    @WithDefault("8")
    @WithConverter(PositiveCount.class)
    int fetches();

    /** Before the second one; doubled for each further one. */
    @WithDefault("PT30S")
    @WithConverter(PositiveDuration.class)
    Duration delay();

    /** The longest of these delays, and of the pauses while the vendor is down. */
    @WithDefault("PT15M")
    @WithConverter(PositiveDuration.class)
    Duration maxDelay();
  }
}
