package io.livenessledger.search.sql;

import io.livenessledger.record.state.StateSource;
import io.livenessledger.search.filter.Filter;
import io.livenessledger.search.filter.Interval;
import io.livenessledger.search.sql.Sort.Position;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What the times of a record say of each other. The planner takes them for independent: for an
 * interval of one in the order of another it would read along the order, past millions, until it
 * comes to the interval.
 */
record Times(StateSource source, Filter filter, Sort sort) {
  /** By how much one time was after another, which it should not be, at most (V0008). */
  private static final String LEAD =
      "(interval '1 day' + coalesce((select max(l.LATER - l.EARLIER) from record l"
          + " where l.revision is not null and l.LATER > l.EARLIER), interval '0'))";

  /** Adds where in the order the records begin, as far as it follows from another time. */
  void bound(Query query) {
    if (isNewestCreated()) {
      bound(
          query, "created_at", "<", filter.observed().to(), "+", lead("created_at", "observed_at"));
      bound(
          query,
          "created_at",
          "<",
          filter.completed().to(),
          "+",
          lead("created_at", "completed_at"));
    } else if (isOldestObserved()) {
      bound(
          query,
          "observed_at",
          ">",
          filter.created().from(),
          "-",
          lead("created_at", "observed_at"));
      bound(
          query,
          "observed_at",
          ">",
          filter.completed().from(),
          "-",
          lead("completed_at", "observed_at"));
    }
  }

  private boolean isNewestCreated() {
    return source == StateSource.NOW && sort.key() == Sort.Key.CREATED_AT && sort.isDescending();
  }

  private boolean isOldestObserved() {
    return source == StateSource.NOW && sort.key() == Sort.Key.OBSERVED_AT && !sort.isDescending();
  }

  private static String lead(String later, String earlier) {
    return LEAD.replace("LATER", later).replace("EARLIER", earlier);
  }

  private static void bound(
      Query query, String column, String is, Instant end, String sign, String lead) {
    if (end != null) {
      String value = query.next(end) + "::timestamptz";
      query.and(String.join(" ", "r." + column, is, value, sign, lead));
    }
  }

  /**
   * Whether more records would be passed along the order, before it comes to the intervals, than
   * the population has: then it is less to read these all and to sort them. An estimate.
   *
   * @param after where the order is entered; null for its beginning
   */
  Uni<Boolean> arePassed(Profiles profiles, Position after, SqlConnection connection) {
    Instant reached = reached();
    Interval passed = reached == null ? null : passed(reached, after);
    if (passed == null) {
      return Uni.createFrom().item(false);
    }
    Query before = PopulationSql.all(Estimate.EXPLAIN, filter);
    before.within(sort.key().column(source), passed);
    return Estimate.of(before, connection)
        .chain(
            more -> Estimate.of(filter, profiles, connection).map(population -> population < more));
  }

  /** Where in the order the intervals of other times begin to have anything; null: at once. */
  private Instant reached() {
    return sort.isDescending()
        ? others().map(Interval::to).filter(Objects::nonNull).min(naturally()).orElse(null)
        : others().map(Interval::from).filter(Objects::nonNull).max(naturally()).orElse(null);
  }

  private static Comparator<Instant> naturally() {
    return Comparator.naturalOrder();
  }

  private Stream<Interval> others() {
    if (isNewestCreated() || isOldestObserved()) {
      return Stream.of(); // bounded
    }
    return switch (sort.key()) {
      case CREATED_AT -> Stream.of(filter.observed(), filter.completed());
      case OBSERVED_AT -> Stream.of(filter.created(), filter.completed());
      case RISK_SCORE, AGGREGATE_PROBABILITY -> Stream.of();
    };
  }

  /** From where the order is entered to where the intervals begin; null when that is behind. */
  private Interval passed(Instant reached, Position after) {
    Instant entered = after == null ? null : Instant.parse(after.value());
    if (entered == null) {
      return sort.isDescending() ? new Interval(reached, null) : new Interval(null, reached);
    }
    Instant from = sort.isDescending() ? reached : entered;
    Instant to = sort.isDescending() ? entered : reached;
    return from.isBefore(to) ? new Interval(from, to) : null;
  }
}
