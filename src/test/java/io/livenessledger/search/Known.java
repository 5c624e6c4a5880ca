package io.livenessledger.search;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The naive search: every record ever told, in memory, each filter as the contract words it.
 * Answers as the program should.
 */
final class Known {
  static final ObjectMapper EXACT =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /** The views of each record, oldest first. */
  private final List<List<JsonNode>> histories = new CopyOnWriteArrayList<>();

  void add(List<JsonNode> history) {
    histories.add(history);
  }

  List<String> ids() {
    return histories.stream().map(history -> history.get(0).get("id").textValue()).toList();
  }

  /** Some storing time. */
  Instant storedAt(int number) {
    List<Instant> times =
        histories.stream().flatMap(List::stream).map(view -> time(view, "storedAt")).toList();
    return times.get(number % times.size());
  }

  private static Instant time(JsonNode view, String member) {
    return Instant.parse(view.get("freshness").get(member).textValue());
  }

  /** Ids in order. */
  List<String> find(Map<String, List<String>> filter, String sort) {
    return states(filter)
        .filter(
            view ->
                filter.entrySet().stream().allMatch(e -> matches(view, e.getKey(), e.getValue())))
        .sorted(order(sort))
        .map(view -> view.get("id").textValue())
        .toList();
  }

  private Stream<JsonNode> states(Map<String, List<String>> filter) {
    if (!filter.containsKey("asOf")) {
      return histories.stream().map(history -> history.get(history.size() - 1));
    }
    Instant then = Instant.parse(filter.get("asOf").get(0));
    return histories.stream()
        .map(
            history ->
                history.stream()
                    .filter(view -> !time(view, "storedAt").isAfter(then))
                    .reduce((earlier, later) -> later)
                    .orElse(null))
        .filter(Objects::nonNull);
  }

  private static boolean matches(JsonNode view, String parameter, List<String> values) {
    String first = values.get(0);
    return switch (parameter) {
      case "asOf" -> true;
      case "client", "appRegistration", "status" -> has(values, view.get(parameter).textValue());
      case "live" -> has(values, view.get("live").isNull() ? "unknown" : view.get("live").asText());
      case "family" -> has(values, view.get("vendor").get("family").textValue());
      case "upstream" -> has(values, view.get("freshness").get("upstream").textValue());
      case "failedCheck" ->
          values.stream().anyMatch(c -> isFalse(view.get("checks").get(c).get("passed")));
      case "ranCheck" ->
          values.stream().anyMatch(c -> view.get("checks").get(c).get("ran").asBoolean());
      case "warning" -> checks(view).anyMatch(check -> hasAny(check.get("warnings"), values));
      case "error" -> checks(view).anyMatch(check -> hasAny(check.get("errors"), values));
      case "calibration" -> values.stream().anyMatch(wanted -> isCalibrated(view, wanted));
      case "changed" ->
          view.get("freshness").get("revision").intValue() > 1 == first.equals("true");
      case "observedBefore", "observedTo" ->
          time(view, "observedAt").isBefore(Instant.parse(first));
      case "observedFrom" -> !time(view, "observedAt").isBefore(Instant.parse(first));
      default -> isWithin(view, parameter, first);
    };
  }

  private static boolean has(List<String> values, String value) {
    return value != null && values.contains(value);
  }

  private static boolean isFalse(JsonNode flag) {
    return flag.isBoolean() && !flag.booleanValue();
  }

  private static Stream<JsonNode> checks(JsonNode view) {
    return RandomRecords.CHECKS.stream().map(view.get("checks")::get);
  }

  private static boolean hasAny(JsonNode words, List<String> wanted) {
    return StreamSupport.stream(words.spliterator(), false)
        .anyMatch(w -> has(wanted, w.textValue()));
  }

  private static boolean isCalibrated(JsonNode view, String wanted) {
    int colon = wanted.indexOf(':');
    JsonNode check = view.get("checks").get(wanted.substring(0, colon));
    return wanted.substring(colon + 1).equals(check.get("calibration").textValue());
  }

  private static boolean isWithin(JsonNode view, String parameter, String bound) {
    String name = parameter.replaceAll("(Min|Max|From|To)$", "");
    JsonNode value =
        name.equals("created") || name.equals("completed")
            ? view.get("vendor").get(name + "At")
            : view.get(name);
    if (value.isNull()) {
      return false;
    }
    int order =
        value.isNumber()
            ? value.decimalValue().compareTo(new BigDecimal(bound))
            : Instant.parse(value.textValue()).compareTo(Instant.parse(bound));
    return switch (parameter.substring(name.length())) {
      case "Min", "From" -> order >= 0;
      case "Max" -> order <= 0;
      default -> order < 0;
    };
  }

  private static Comparator<JsonNode> order(String sort) {
    boolean descending = sort.startsWith("-");
    String key = descending ? sort.substring(1) : sort;
    Comparator<BigDecimal> values =
        descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
    Comparator<String> ids = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
    Function<JsonNode, BigDecimal> value = view -> value(view, key);
    return Comparator.comparing(value, Comparator.nullsLast(values))
        .thenComparing(view -> view.get("id").textValue(), ids);
  }

  private static BigDecimal value(JsonNode view, String key) {
    JsonNode value =
        switch (key) {
          case "createdAt" -> view.get("vendor").get("createdAt");
          case "observedAt" -> view.get("freshness").get("observedAt");
          default -> view.get(key);
        };
    if (value.isNull()) {
      return null;
    }
    return value.isNumber()
        ? value.decimalValue()
        : BigDecimal.valueOf(Instant.parse(value.textValue()).toEpochMilli());
  }
}
