package io.livenessledger.backfill.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The rules that this replica is configured with, the first to count first. */
@ApplicationScoped
class Rules {
  private final List<Rule> rules;

  /**
   * @throws IllegalArgumentException in one line that names the property
   */
  Rules(ScheduleConfig config) {
    this.rules =
        config.rules().entrySet().stream()
            .sorted(
                Comparator.comparingInt(
                        (Map.Entry<String, ScheduleConfig.OneRule> rule) -> rule.getValue().order())
                    .thenComparing(Map.Entry::getKey))
            .map(rule -> Rule.of(rule.getKey(), rule.getValue()))
            .toList();
  }

  List<Rule> inOrder() {
    return rules;
  }

  /** Equal exactly for rules that do the same. */
  @Override
  public String toString() {
    return rules.stream().map(Rule::toString).collect(Collectors.joining("; "));
  }
}
