package io.livenessledger.search.sql;

import io.livenessledger.search.filter.Filter;
import io.livenessledger.search.filter.Interval;
import java.util.Optional;

/**
 * Reads the records of an interval of one time in the order of another, month by month of the
 * interval: the first ones of each month are found by an index (V0011), and the first ones of these
 * are the first of all. What that costs depends on how many months there are, and on how many of
 * their records are not wanted.
 *
 * @param column whose interval it is
 */
record Months(String column, Interval interval) {
  private static final String EACH =
      """
      with recursive m (month) as (
        select (select MONTH from record r
                 where r.revision is not nullWITHIN order by r.COLUMN limit 1)
        union all
        select (select MONTH from record r
                 where r.revision is not null and r.COLUMN >= (m.month + interval '1 month') at time zone 'UTC'WITHIN
                 order by r.COLUMN limit 1)
          from m where m.month is not null)
      select s.* from m cross join lateral (""";

  /** The months of an interval that is of another time than the order; empty where no index is. */
  static Optional<Months> of(Filter filter, Sort sort) {
    if (filter.asOf() != null) {
      return Optional.empty();
    }
    Months months =
        switch (sort.key()) {
          case OBSERVED_AT -> new Months("created_at", filter.created());
          case CREATED_AT -> new Months("observed_at", filter.observed());
          case RISK_SCORE, AGGREGATE_PROBABILITY -> null;
        };
    return Optional.ofNullable(months).filter(found -> !found.interval().isOpen());
  }

  /** Of a query for records in order, up to its limit. */
  void read(Query query, String order, String limit) {
    query.then(" limit " + limit);
    query.enclosed(each(query), ") s" + order + " limit " + limit);
  }

  /** The condition that a record is of a month. */
  String condition() {
    return month() + " = m.month";
  }

  private String month() {
    return "date_trunc('month', r." + column + " at time zone 'UTC')";
  }

  private String each(Query query) {
    StringBuilder within = new StringBuilder();
    if (interval.from() != null) {
      within.append(" and r.").append(column).append(" >= ").append(query.next(interval.from()));
    }
    if (interval.to() != null) {
      within.append(" and r.").append(column).append(" < ").append(query.next(interval.to()));
    }
    return EACH.replace("MONTH", month()).replace("COLUMN", column).replace("WITHIN", within);
  }
}
