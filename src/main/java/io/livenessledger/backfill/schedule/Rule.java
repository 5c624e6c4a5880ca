package io.livenessledger.backfill.schedule;

import io.livenessledger.backfill.schedule.ScheduleConfig.OneRule;
import io.livenessledger.record.state.RecordState.Upstream;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which records are refreshed how often.
 *
 * @param statuses null for all
 * @param untilAge null for any age
 */
record Rule(
    String name, List<String> statuses, Upstream upstream, Duration every, Duration untilAge) {
  /** Short enough for the name of a caller, and nothing that a log would have to escape. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");

  /**
   * The rule that is configured.
   *
   * @throws IllegalArgumentException in one line that names the property
   */
  static Rule of(String name, OneRule rule) {
    String key = "ledger.schedule.rules." + name;
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(key + ": a name has 1 to 40 of a-z 0-9 -");
    }
    List<String> statuses = rule.status().map(words -> words(key, words)).orElse(null);
    return new Rule(name, statuses, rule.upstream(), rule.every(), rule.untilAge().orElse(null));
  }

  private static List<String> words(String key, List<String> words) {
    if (words.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException(key + ".status has an empty word; none is a word");
    }
    return words.stream().map(String::strip).distinct().sorted().toList();
  }

  /** For people, and to tell rules from others: of two that differ it differs. */
  @Override
  public String toString() {
    Stream<String> parts =
        Stream.of(
            name + ": every " + every,
            statuses == null ? null : "status " + String.join("/", statuses),
            upstream == Upstream.PRESENT ? null : "upstream " + upstream,
            untilAge == null ? null : "until age " + untilAge);
    return String.join(", ", parts.filter(part -> part != null).toList());
  }
}
