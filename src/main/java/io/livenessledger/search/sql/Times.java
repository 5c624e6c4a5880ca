package io.livenessledger.search.sql;

import io.livenessledger.search.filter.Filter;
import io.livenessledger.search.filter.Interval;
import io.livenessledger.search.sql.Sort.Position;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How records are read in the order of a time, when they are asked for by an interval of another.
 * The planner takes the times of a record for independent: it would read along the order, past
 * millions, until it comes to the interval.
 */
record Times(Filter filter, Sort sort, int limit) {
  private static final Sort NEWEST_CREATED = new Sort(Sort.Key.CREATED_AT, true);

  /** By how many seconds one time was after another at most, which it should not be (V0008). */
  private static final String LEAD =
      "select coalesce(ceil(extract(epoch from max(LATER - EARLIER))), 0)::bigint from TABLE"
          + " where LATER > EARLIER";

  /** Pages: what is read month by month is of about so many months. */
  private static final int FEW = 20;

  /** Beside what the database says, for those that are written meanwhile. */
  private static final Duration MARGIN = Duration.ofDays(1);

  /** No time that is stored lies outside (V0001), and both lie within the database's. */
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

  private static final Instant LAST = Instant.parse("+10000-01-02T00:00:00Z");

  /**
   * A way to read.
   *
   * @param bound none wanted stand before it in the order; null for none
   * @param course how from there
   */
  record Way(Instant bound, Course course) {}

  /** How records are read in an order. */
  enum Course {
    /** Along its index, past those that are not wanted. */
    ALONG,
    /** All that are wanted, which are then sorted. */
    SORTED,
    /** The first ones of each month of the interval. */
    MONTHLY
  }

  /**
   * What follows for the time of the order from the end of an interval of another time.
   *
   * @param end null for an open end, from which nothing follows
   */
  private record Bound(Instant end, String table, String later, String earlier) {
    String lead() {
      return LEAD.replace("LATER", later).replace("EARLIER", earlier).replace("TABLE", table)
          + (table.equals("record") ? " and revision is not null" : "");
    }
  }

  /**
   * The way to go, by how many records stand in the order before the interval, and how many are
   * wanted, as the planner estimates.
   *
   * @param after where the order is entered; null for its beginning
   */
  Uni<Way> way(Profiles profiles, Position after, SqlConnection connection) {
    Instant entered = after == null || !isOfTimes() ? null : Instant.parse(after.value());
    return bound(connection)
        .chain(
            bound -> {
              Instant from = furthest(Stream.of(entered, bound));
              // Where both are said, the index is entered at either
              Instant said = from == null || from.equals(entered) ? null : bound;
              return course(profiles, from, connection).map(course -> new Way(said, course));
            });
  }

  private boolean isOfTimes() {
    return sort.key() == Sort.Key.CREATED_AT || sort.key() == Sort.Key.OBSERVED_AT;
  }

  private Stream<Interval> others() {
    return switch (sort.key()) {
      case CREATED_AT -> Stream.of(filter.observed(), filter.completed());
      case OBSERVED_AT -> Stream.of(filter.created(), filter.completed());
      case RISK_SCORE, AGGREGATE_PROBABILITY -> Stream.of();
    };
  }

  /** The end of an interval that the order comes to first. */
  private Instant firstEnd(Interval interval) {
    return sort.isDescending() ? interval.to() : interval.from();
  }

  private Comparator<Instant> order() {
    return sort.isDescending() ? Comparator.reverseOrder() : Comparator.naturalOrder();
  }

  private Instant furthest(Stream<Instant> instants) {
    return instants.filter(Objects::nonNull).max(order()).orElse(null);
  }

  /** A record is created, then completed, then observed, then stored, but for a lead. */
  private List<Bound> bounds() {
    return filter.asOf() == null ? boundsNow() : boundsAsOf();
  }

  private List<Bound> boundsNow() {
    if (sort.equals(NEWEST_CREATED)) {
      return List.of(
          new Bound(filter.observed().to(), "record", "created_at", "observed_at"),
          new Bound(filter.completed().to(), "record", "created_at", "completed_at"));
    }
    if (sort.equals(new Sort(Sort.Key.OBSERVED_AT, false))) {
      return List.of(
          new Bound(filter.created().from(), "record", "created_at", "observed_at"),
          new Bound(filter.completed().from(), "record", "completed_at", "observed_at"));
    }
    return List.of();
  }

  /** Nothing that is known at an instant was stored later. */
  private List<Bound> boundsAsOf() {
    if (sort.equals(NEWEST_CREATED)) {
      return List.of(new Bound(filter.asOf(), "revision", "created_at", "stored_at"));
    }
    if (sort.equals(new Sort(Sort.Key.OBSERVED_AT, true))) {
      return List.of(new Bound(filter.asOf(), "observation", "fetched_at", "stored_at"));
    }
    return List.of();
  }

  private Uni<Instant> bound(SqlConnection connection) {
    Uni<Instant> all = Uni.createFrom().nullItem();
    for (Bound bound : bounds()) {
      if (bound.end() != null) {
        all = all.chain(found -> bound(bound, connection).map(i -> furthest(Stream.of(i, found))));
      }
    }
    return all;
  }

  private Uni<Instant> bound(Bound bound, SqlConnection connection) {
    return connection
        .preparedQuery(bound.lead())
        .execute()
        .map(rows -> Duration.ofSeconds(rows.iterator().next().getLong(0)).plus(MARGIN))
        .map(lead -> sort.isDescending() ? bound.end().plus(lead) : bound.end().minus(lead))
        .map(instant -> instant.isBefore(FIRST) ? FIRST : instant.isAfter(LAST) ? LAST : instant);
  }

  /** Which way is short. */
  private Uni<Course> course(Profiles profiles, Instant from, SqlConnection connection) {
    Instant reached = furthest(others().map(this::firstEnd));
    if (reached == null || (from != null && order().compare(from, reached) >= 0)) {
      return Uni.createFrom().item(Course.ALONG);
    }
    Interval passed =
        sort.isDescending() ? new Interval(reached, from) : new Interval(from, reached);
    Query between = PopulationSql.all(Estimate.EXPLAIN, filter);
    between.within(sort.key().column(PopulationSql.source(filter)), passed);
    return Estimate.of(between, connection)
        .chain(
            more ->
                more <= (long) FEW * limit
                    ? Uni.createFrom().item(Course.ALONG)
                    : Estimate.of(filter, profiles, connection)
                        .map(wanted -> course(more, wanted)));
  }

  private Course course(long passed, long wanted) {
    if (wanted > (long) FEW * limit && Months.of(filter, sort).isPresent()) {
      return Course.MONTHLY;
    }
    return wanted < passed ? Course.SORTED : Course.ALONG;
  }
}
