package io.livenessledger.search.statistics;

import io.livenessledger.record.state.RecordState.Upstream;
import io.livenessledger.search.filter.Filter;
import io.livenessledger.search.filter.Interval;
import io.livenessledger.search.sql.Estimate;
import io.livenessledger.search.sql.Profiles;
import io.livenessledger.search.sql.Query;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The kept counts (V0008). They are exact: what is not summed up yet is read with what is, in one
 * statement.
 */
final class Summary {
  private static final long MOST_CELLS = 1_000_000;

  private static final String CELLS =
      " from (select * from record_statistic union all select * from statistic_change) as cell"
          + " where true";

  private static final String TOTALS =
      " from (select * from record_total union all select * from total_change) as total where true";

  private Summary() {}

  /** Whether they have what the filter asks for: no scores, no times of day, nothing earlier. */
  static boolean answers(Filter filter) {
    return filter.asOf() == null
        && filter.appRegistrations().isEmpty()
        && filter.riskScore().isOpen()
        && filter.confidence().isOpen()
        && filter.aggregateProbability().isOpen()
        && filter.completed().isOpen()
        && isOfDays(filter.created())
        && isOfDays(filter.observed());
  }

  private static boolean isOfDays(Interval interval) {
    return isDay(interval.from()) && isDay(interval.to());
  }

  private static boolean isDay(Instant instant) {
    return instant == null || instant.truncatedTo(ChronoUnit.DAYS).equals(instant);
  }

  /**
   * Whether the totals have it: they know neither profiles and days together nor ranges of days.
   */
  static boolean isTotal(Filter filter, Profiles profiles) {
    return answers(filter)
        && profiles.areAll()
        && filter.created().isOpen()
        && filter.observed().isOpen();
  }

  /** Whether they have it, in so few cells that these are added up within a second. */
  static Uni<Boolean> isQuick(Filter filter, Profiles profiles, SqlConnection connection) {
    if (!answers(filter) || isTotal(filter, profiles)) {
      return Uni.createFrom().item(answers(filter));
    }
    return Estimate.of(cells(Estimate.EXPLAIN, filter, profiles), connection)
        .map(cells -> cells <= MOST_CELLS);
  }

  static Uni<Long> total(Filter filter, Profiles profiles, SqlConnection connection) {
    String sum = "select coalesce(sum(records), 0)::bigint";
    Query query =
        isTotal(filter, profiles)
            ? totals(sum, filter).and("part = 'profile'")
            : cells(sum, filter, profiles);
    return query.on(connection).map(rows -> rows.iterator().next().getLong(0));
  }

  /** A query over the cells of a population. */
  static Query cells(String select, Filter filter, Profiles profiles) {
    return population(new Query(select + CELLS), filter)
        .among("profile", profiles.numbers())
        .and("created_on >= ", day(filter.created().from()))
        .and("created_on < ", day(filter.created().to()))
        .and("observed_on >= ", day(filter.observed().from()))
        .and("observed_on < ", day(filter.observed().to()));
  }

  /** A query over the totals of a population: part, client, profile, day, records. */
  static Query totals(String select, Filter filter) {
    return population(new Query(select + TOTALS), filter);
  }

  private static Query population(Query query, Filter filter) {
    query
        .among("client", filter.scope())
        .amongUnlessEmpty("client", filter.clients())
        .and("changed = ", filter.changed());
    return filter.upstream().size() == 1
        ? query.and("upstream = ", filter.upstream().stream().map(Upstream::name).findFirst().get())
        : query;
  }

  private static LocalDate day(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC).toLocalDate();
  }
}
