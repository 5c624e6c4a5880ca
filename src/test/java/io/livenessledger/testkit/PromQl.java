package io.livenessledger.testkit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an expression of Prometheus asks for: enough of the language for the dashboard and the
 * alarms; fails on functions it does not know.
 *
 * @param selectors each metric with its matchers
 * @param groups labels that results are grouped by
 */
public record PromQl(List<Selector> selectors, Set<String> groups) {
  private static final Set<String> FUNCTIONS =
      Set.of(
          "absent",
          "count",
          "count_over_time",
          "deriv",
          "histogram_quantile",
          "increase",
          "max",
          "max_over_time",
          "min",
          "min_over_time",
          "rate",
          "sum",
          "time");
  private static final Pattern GROUPING =
      Pattern.compile("\\b(?:by|without|on|ignoring)\\s*\\(([^)]*)\\)");

  /** Words that name neither a metric nor a function, and spans of time. */
  private static final Pattern OPERATOR =
      Pattern.compile("\\b(?:and|or|unless|offset\\s+\\w+)\\b|\\[[^\\]]*\\]");

  private static final Pattern IDENTIFIER =
      Pattern.compile("(?<![\\w.$])([a-zA-Z_:][\\w:]*)\\s*(\\(|\\{[^}]*\\})?");
  private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"");

  /**
   * A metric and what its labels must be.
   *
   * @param matchers pattern of the value by label
   */
  public record Selector(String metric, Map<String, Pattern> matchers) {
    /** Whether a sample {@code name{labels} value} is one that this selects. */
    public boolean selects(String sample) {
      return (sample.startsWith(metric + "{") || sample.startsWith(metric + " "))
          && matchers.entrySet().stream().allMatch(m -> matches(sample, m.getKey(), m.getValue()));
    }

    private static boolean matches(String sample, String label, Pattern value) {
      Matcher found = Pattern.compile("[{,]" + label + "=\"([^\"]*)\"").matcher(sample);
      return found.find() && value.matcher(found.group(1)).matches();
    }
  }

  /** Reads an expression. */
  public static PromQl of(String expression) {
    Set<String> groups = new HashSet<>();
    Matcher grouping = GROUPING.matcher(expression);
    while (grouping.find()) {
      groups.addAll(List.of(grouping.group(1).trim().split("\\s*,\\s*")));
    }
    String rest = OPERATOR.matcher(grouping.replaceAll(" ")).replaceAll(" ");
    List<Selector> selectors = new ArrayList<>();
    Matcher identifier = IDENTIFIER.matcher(rest);
    while (identifier.find()) {
      String follows = identifier.group(2);
      if ("(".equals(follows)) {
        requireKnown(identifier.group(1));
      } else {
        selectors.add(new Selector(identifier.group(1), matchers(follows)));
      }
    }
    return new PromQl(selectors, groups);
  }

  private static void requireKnown(String function) {
    if (!FUNCTIONS.contains(function)) {
      throw new IllegalArgumentException("not a function that is known here: " + function);
    }
  }

  private static Map<String, Pattern> matchers(String braces) {
    Map<String, Pattern> matchers = new TreeMap<>();
    Matcher matcher = MATCHER.matcher(braces == null ? "" : braces);
    while (matcher.find()) {
      matchers.put(
          matcher.group(1),
          switch (matcher.group(2)) {
            case "=" -> Pattern.compile(Pattern.quote(matcher.group(3)));
            case "=~" -> Pattern.compile(matcher.group(3));
            default -> Pattern.compile(".*");
          });
    }
    return matchers;
  }
}
