package io.livenessledger.search.statistics;

import io.livenessledger.record.state.StateSource;
import io.livenessledger.search.filter.Filter;
import io.livenessledger.search.sql.PopulationSql;
import io.livenessledger.search.sql.Profiles;
import io.livenessledger.search.sql.Query;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Counts of a population by what its records have in common, in one reading. */
final class Groups {
  /** Which column a count is by: the bits of grouping() of those it is not by. */
  static final int BY_CLIENT = 0b0111;

  static final int BY_CREATED = 0b1011;
  static final int BY_OBSERVED = 0b1101;
  static final int BY_PROFILE = 0b1110;

  private static final String SUMMARISED =
      "with cell as (select client, created_on, observed_on, profile, records";

  private static final String TOTALLED =
      "with total as (select part, client, profile, day, records";

  private Groups() {}

  /**
   * From the kept counts: grouping, client, created, observed, profile, records.
   *
   * @param period day, week or month
   */
  static Uni<RowSet<Row>> kept(
      Filter filter, Profiles profiles, String period, SqlConnection connection) {
    if (Summary.isTotal(filter, profiles)) {
      Query totals = Summary.totals(TOTALLED, filter);
      return totals.then(byPart(totals.next(period))).on(connection);
    }
    return grouped(Summary.cells(SUMMARISED, filter, profiles), period, connection);
  }

  /** The same by counting the records. */
  static Uni<RowSet<Row>> counted(
      Filter filter, Profiles profiles, String period, SqlConnection connection) {
    return grouped(
        PopulationSql.of(source -> cells(source, 1), filter, profiles), period, connection);
  }

  /** The same by counting the sample's records, each for as many as it stands for. */
  static Uni<RowSet<Row>> sampled(
      Filter filter, Profiles profiles, String period, SqlConnection connection) {
    return grouped(
        PopulationSql.ofSample(source -> cells(source, StateSource.ONE_IN), filter, profiles),
        period,
        connection);
  }

  private static Uni<RowSet<Row>> grouped(Query cells, String period, SqlConnection connection) {
    String unit = cells.next(period);
    return cells.then(grouped(unit)).on(connection);
  }

  private static String cells(StateSource source, int weight) {
    return "with cell as (select "
        + source.content("client")
        + ", "
        + day(source.content("created_at"))
        + " as created_on, "
        + day(source.observedAt())
        + " as observed_on, "
        + source.content("profile")
        + ", "
        + weight
        + " as records";
  }

  private static String day(String instant) {
    return "(" + instant + " at time zone 'UTC')::date";
  }

  private static String byPart(String unit) {
    return """
        ), dated as (
          select part, client, profile, records, date_trunc(UNIT, day::timestamp)::date as day
            from total)
        select case part when 'profile' then BY_PROFILE when 'created' then BY_CREATED else BY_OBSERVED end, null,
               case when part = 'created' then day end, case when part = 'observed' then day end, profile,
               sum(records)::bigint
          from dated
         group by part, day, profile
        having sum(records) <> 0
         union all
        select BY_CLIENT, client, null, null, null, sum(records)::bigint
          from dated where part = 'profile'
         group by client
        having sum(records) <> 0"""
        .replace("UNIT", unit)
        .replace("BY_CLIENT", String.valueOf(BY_CLIENT))
        .replace("BY_CREATED", String.valueOf(BY_CREATED))
        .replace("BY_OBSERVED", String.valueOf(BY_OBSERVED))
        .replace("BY_PROFILE", String.valueOf(BY_PROFILE));
  }

  /** Days are cut off last: there are few of them. */
  private static String grouped(String unit) {
    return """
        ), daily as (
          select grouping(client, created_on, observed_on, profile) as by, client, created_on, observed_on,
                 profile, sum(records) as records
            from cell
           group by grouping sets ((client), (created_on), (observed_on), (profile)))
        select by, client, date_trunc(UNIT, created_on::timestamp)::date,
               date_trunc(UNIT, observed_on::timestamp)::date, profile, sum(records)::bigint
          from daily
         group by 1, 2, 3, 4, 5
        having sum(records) <> 0"""
        .replace("UNIT", unit);
  }
}
