package io.livenessledger.record.change;

import io.livenessledger.problem.setting.PositiveDuration;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the feed of changes. */
@ConfigMapping(prefix = "ledger.changes")
interface ChangeConfig {
  /** From one look for a new change to the next, while anybody waits for one. */
  @WithDefault("PT0.2S")
  @WithConverter(PositiveDuration.class)
  Duration interval();

  /** What is sent of a stream at least so often keeps its connection open. */
  @WithDefault("PT15S")
  @WithConverter(PositiveDuration.class)
  Duration heartbeat();

  /** A stream ends then, and its client comes back: whether it still may is asked anew. */
  @WithDefault("PT15M")
  @WithConverter(PositiveDuration.class)
  Duration longestStream();
}
