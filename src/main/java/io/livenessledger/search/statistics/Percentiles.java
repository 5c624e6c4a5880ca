package io.livenessledger.search.statistics;

import io.livenessledger.record.state.StateSource;
import io.livenessledger.search.filter.Filter;
import io.livenessledger.search.sql.PopulationSql;
import io.livenessledger.search.sql.Profiles;
import io.livenessledger.search.sql.Query;
import io.livenessledger.search.statistics.StatisticsView.Distribution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the numbers of a population are distributed. */
final class Percentiles {
  private static final String FRACTIONS = "array[0, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 1]";

  /** Names of the numbers, and what they are; a check that did not run has none. */
  private static final Map<String, String> NUMBERS = numbers();

  private Percentiles() {}

  private static Map<String, String> numbers() {
    Map<String, String> numbers = new LinkedHashMap<>();
    numbers.put("riskScore", "C.risk_score");
    numbers.put("aggregateProbability", "C.aggregate_probability");
    Stream.of("screenReplay", "printedCopy", "portraitSubstitution", "digitalManipulation")
        .forEach(check -> numbers.put(check + "Probability", probability(check)));
    return numbers;
  }

  private static String probability(String check) {
    String column = check.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    return "case when C." + column + "_ran is not false then C." + column + "_probability end";
  }

  /**
   * Reads them.
   *
   * @param whole whether all are read, or the sample's
   */
  static Uni<Map<String, Distribution>> of(
      Filter filter, Profiles profiles, boolean whole, SqlConnection connection) {
    Query query =
        whole
            ? PopulationSql.of(Percentiles::select, filter, profiles)
            : PopulationSql.ofSample(Percentiles::select, filter, profiles);
    return query.on(connection).map(rows -> distributions(rows.iterator().next(), whole));
  }

  private static String select(StateSource source) {
    return NUMBERS.values().stream()
        .map(number -> number.replace("C.", source.content("")))
        .map(
            number ->
                "count("
                    + number
                    + "), percentile_disc("
                    + FRACTIONS
                    + ") within group (order by "
                    + number
                    + ")")
        .collect(Collectors.joining(", ", "select ", ""));
  }

  private static Map<String, Distribution> distributions(Row row, boolean whole) {
    Map<String, Distribution> distributions = new LinkedHashMap<>();
    int column = 0;
    for (String name : NUMBERS.keySet()) {
      long records = row.getLong(column++);
      Object[] values = (Object[]) row.getValue(column++);
      distributions.put(name, distribution(records, whole, values));
    }
    return distributions;
  }

  private static Distribution distribution(long records, boolean whole, Object[] values) {
    if (records == 0) {
      return Distribution.none(whole);
    }
    List<BigDecimal> at = Stream.of(values).map(v -> new BigDecimal(v.toString())).toList();
    return new Distribution(
        records, whole, at.get(0), at.get(1), at.get(2), at.get(3), at.get(4), at.get(5), at.get(6),
        at.get(7), at.get(8));
  }
}
