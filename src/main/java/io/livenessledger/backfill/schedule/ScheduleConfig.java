package io.livenessledger.backfill.schedule;

import io.livenessledger.problem.setting.PositiveCount;
import io.livenessledger.problem.setting.PositiveDuration;
import io.livenessledger.problem.setting.Switch;
import io.livenessledger.record.state.RecordState.Upstream;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** By which rules records are refreshed; application.properties gives the reasons. */
@ConfigMapping(prefix = "ledger.schedule")
interface ScheduleConfig {
  /** Whether this replica puts its rules in force and refreshes what is due. */
  @WithDefault("true")
  @WithConverter(Switch.class)
  boolean enabled();

  /** From one look for what is due to the next. */
  @WithDefault("PT5S")
  @WithConverter(PositiveDuration.class)
  Duration interval();

  /** Scheduled fetches that a replica makes at a time. */
  @WithDefault("4")
  @WithConverter(PositiveCount.class)
  int concurrent();

  /** By name; none: nothing is refreshed. */
  Map<String, OneRule> rules();

  /** Which records, and how often. */
  interface OneRule {
    /** The vendor's status; {@code none} for records without. All records when there is none. */
    Optional<List<String>> status();

    /** Whether the vendor still had them when we last asked. */
    @WithDefault("PRESENT")
    Upstream upstream();

    /** From our latest fetch; of what was only handed in, from then. */
    @WithConverter(PositiveDuration.class)
    Duration every();

    /** Up to this age, by the vendor's createdAt, else from when the record was first stored. */
    Optional<@WithConverter(PositiveDuration.class) Duration> untilAge();

    /** Of the rules that speak of a record the one with the lowest counts; then by name. */
    @WithDefault("0")
    int order();
  }
}
