package io.livenessledger.search.statistics;

import io.livenessledger.search.filter.Filter;
import io.livenessledger.search.sql.Estimate;
import io.livenessledger.search.sql.Profiles;
import io.livenessledger.search.statistics.StatisticsView.Counted;
import io.livenessledger.search.statistics.StatisticsView.Distribution;
import io.livenessledger.search.statistics.StatisticsView.Source;
import io.livenessledger.store.LongReads;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** Says what a population is made of. */
@ApplicationScoped
class Statistics {
  private static final String PROFILES =
      "select id, status, live, failed, warnings from content_profile where id = any($1)";

  private final LongReads reads;
  private final StatisticsConfig config;
  private final Clock clock;

  Statistics(LongReads reads, StatisticsConfig config, Clock clock) {
    this.reads = reads;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Reads them.
   *
   * @param period day, week or month
   */
  Uni<StatisticsView> of(Filter filter, String period) {
    Instant read = Objects.requireNonNullElseGet(filter.asOf(), clock::instant);
    return reads.readOn(
        connection ->
            Profiles.of(filter, connection)
                .map(profiles -> new Reading(connection, filter, profiles, period, config))
                .chain(reading -> reading.at(read)));
  }

  /** Of one question. Whatever it is, its answer takes no more than a second. */
  private record Reading(
      SqlConnection connection,
      Filter filter,
      Profiles profiles,
      String period,
      StatisticsConfig config) {

    Uni<StatisticsView> at(Instant instant) {
      return counts()
          .chain(counts -> counts.named(connection))
          .chain(
              counts ->
                  Percentiles.of(filter, profiles, isFew(counts.total()), connection)
                      .map(percentiles -> counts.view(instant, percentiles)));
    }

    /** What was known of a record earlier takes twice as long to find as what is known now. */
    private boolean isFew(long records) {
      return records <= (filter.asOf() == null ? config.readWhole() : config.readWhole() / 2);
    }

    private Uni<Counts> counts() {
      return Summary.isQuick(filter, profiles, connection)
          .chain(isQuick -> isQuick ? kept() : fewOrSampled());
    }

    private Uni<Counts> kept() {
      return Groups.kept(filter, profiles, period, connection)
          .map(rows -> Counts.of(Source.SUMMARY, rows));
    }

    /** The planner knows nothing of what was known earlier; mostly it was less. */
    private Uni<Counts> fewOrSampled() {
      return Estimate.of(filter.asOf(null), profiles, connection)
          .chain(estimate -> isFew(estimate) ? counted() : sampled());
    }

    private Uni<Counts> counted() {
      return Groups.counted(filter, profiles, period, connection)
          .map(rows -> Counts.of(Source.RECORDS, rows));
    }

    /** Unless they are few after all: it says little of few. */
    private Uni<Counts> sampled() {
      return Groups.sampled(filter, profiles, period, connection)
          .map(rows -> Counts.of(Source.SAMPLE, rows))
          .chain(counts -> isFew(counts.total()) ? counted() : Uni.createFrom().item(counts));
    }
  }

  /** The counts of the groups, on their way to a view. */
  private record Counts(
      Source source,
      Map<String, Long> clients,
      Map<LocalDate, Long> created,
      Map<LocalDate, Long> observed,
      Map<Integer, Long> profiles,
      List<Profile> categories) {

    /** What records of a profile have in common. */
    private record Profile(
        long records, String status, Boolean live, List<String> failed, List<String> warnings) {}

    static Counts of(Source source, RowSet<Row> rows) {
      Counts counts =
          new Counts(
              source,
              new HashMap<>(),
              new HashMap<>(),
              new HashMap<>(),
              new HashMap<>(),
              new ArrayList<>());
      for (Row row : rows) {
        long records = row.getLong(5);
        switch (row.getInteger(0)) {
          case Groups.BY_CLIENT -> counts.clients.put(row.getString(1), records);
          case Groups.BY_CREATED -> counts.created.put(row.getLocalDate(2), records);
          case Groups.BY_OBSERVED -> counts.observed.put(row.getLocalDate(3), records);
          default -> counts.profiles.put(row.getInteger(4), records);
        }
      }
      return counts;
    }

    long total() {
      return profiles.values().stream().mapToLong(Long::longValue).sum();
    }

    Uni<Counts> named(SqlConnection connection) {
      return connection
          .preparedQuery(PROFILES)
          .execute(Tuple.of(profiles.keySet().toArray(new Integer[0])))
          .invoke(rows -> rows.forEach(row -> categories.add(profile(row))))
          .replaceWith(this);
    }

    private Profile profile(Row row) {
      return new Profile(
          profiles.get(row.getInteger(0)),
          row.getString(1),
          row.getBoolean(2),
          List.of(row.getArrayOfStrings(3)),
          List.of(row.getArrayOfStrings(4)));
    }

    StatisticsView view(Instant asOf, Map<String, Distribution> percentiles) {
      return new StatisticsView(
          asOf,
          source,
          total(),
          byCategory(profile -> Stream.of(new Value<>(profile.status()))),
          byCategory(profile -> Stream.of(new Value<>(profile.live()))),
          byCategory(profile -> profile.failed().stream().map(Value::new)),
          byCategory(profile -> profile.warnings().stream().map(Value::new)),
          sorted(clients),
          sorted(created),
          sorted(observed),
          percentiles);
    }

    /** A value that may be null. */
    private record Value<T>(T value) {}

    private <T extends Comparable<? super T>> List<Counted<T>> byCategory(
        Function<Profile, Stream<Value<T>>> values) {
      Map<T, Long> sums = new HashMap<>();
      for (Profile profile : categories) {
        values
            .apply(profile)
            .forEach(value -> sums.merge(value.value(), profile.records(), Long::sum));
      }
      return sorted(sums);
    }

    /** By the values, those without one last. */
    private static <T extends Comparable<? super T>> List<Counted<T>> sorted(Map<T, Long> counts) {
      return counts.entrySet().stream()
          .map(entry -> new Counted<>(entry.getKey(), entry.getValue()))
          .sorted(
              Comparator.comparing(Counted::value, Comparator.nullsLast(Comparator.naturalOrder())))
          .toList();
    }
  }
}
