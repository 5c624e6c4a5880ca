package io.livenessledger.search.sql;

import io.livenessledger.record.state.RecordState.Upstream;
import io.livenessledger.record.state.StateSource;
import io.livenessledger.search.filter.Filter;
import io.livenessledger.search.sql.Sort.Position;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Set;
import java.util.function.Function;

/** Queries for a population: a condition for each thing that is asked, so that indexes serve it. */
public final class PopulationSql {
  /** What a caller sees of earlier states must be of records that it may see now, too. */
  private static final String OF_CLIENTS_NOW =
      "exists (select from record k where k.id = v.record_id and k.client = any(";

  /** Follows for records that are gone, and leads to all of them, who are few. */
  private static final String ABSENT =
      "exists (select from observation a where a.record_id = v.record_id and a.outcome = 'ABSENT'"
          + " and a.stored_at <= $1)";

  private final StateSource source;
  private final Query query;

  private PopulationSql(StateSource source, String beginning, Filter filter, Profiles profiles) {
    this.source = source;
    this.query = begin(beginning, filter);
    conditions(filter, profiles);
  }

  private static Query begin(String beginning, Filter filter) {
    Query query = new Query(beginning);
    if (filter.asOf() != null) {
      query.next(filter.asOf());
    }
    return query;
  }

  /**
   * The states of a population.
   *
   * @param profiles those that are wanted
   */
  public static PopulationSql states(Filter filter, Profiles profiles) {
    StateSource source = source(filter);
    return new PopulationSql(source, source.select(), filter, profiles);
  }

  /**
   * Something else about a population.
   *
   * @param select the query up to its tables, by the names of its source's columns
   */
  public static Query of(Function<StateSource, String> select, Filter filter, Profiles profiles) {
    StateSource source = source(filter);
    Query query =
        new PopulationSql(source, select.apply(source) + source.from(), filter, profiles).query;
    return source == StateSource.AS_OF && filter.upstream().equals(Set.of(Upstream.GONE))
        ? query.and(ABSENT)
        : query;
  }

  /** The same about the sample's records of a population. */
  public static Query ofSample(
      Function<StateSource, String> select, Filter filter, Profiles profiles) {
    StateSource source = source(filter);
    return new PopulationSql(source, select.apply(source) + source.fromSample(), filter, profiles)
        .query;
  }

  /** The same about all records that are known at the filter's instant. */
  static Query all(String select, Filter filter) {
    return begin(select + source(filter).from(), filter);
  }

  static StateSource source(Filter filter) {
    return filter.asOf() == null ? StateSource.NOW : StateSource.AS_OF;
  }

  private void conditions(Filter filter, Profiles profiles) {
    query
        .among(source.content("client"), filter.scope())
        .amongUnlessEmpty(source.content("client"), filter.clients())
        .amongUnlessEmpty(source.content("app_registration"), filter.appRegistrations())
        .among(source.content("profile"), profiles.numbers())
        .within(source.content("risk_score"), filter.riskScore())
        .within(source.content("confidence"), filter.confidence())
        .within(source.content("aggregate_probability"), filter.aggregateProbability())
        .within(source.content("created_at"), filter.created())
        .within(source.content("completed_at"), filter.completed())
        .within(source.observedAt(), filter.observed());
    if (filter.scope() != null && source == StateSource.AS_OF) {
      String scope = query.next(filter.scope().toArray(new String[0]));
      query.and(OF_CLIENTS_NOW + scope + "))");
    }
    if (filter.upstream().size() == 1) {
      // A literal: the index of the rare one is partial
      query.and(source.upstream() + " = '" + filter.upstream().iterator().next() + "'");
    }
    if (filter.changed() != null) {
      query.and(source.revision() + (filter.changed() ? " > 1" : " = 1"));
    }
  }

  /** Those with a value, in order, behind a position; null for the first. */
  PopulationSql valued(Sort sort, Position after) {
    String key = sort.key().column(source);
    query.and(key + " is not null");
    if (after != null) {
      String value = query.next(sort.key().parameter(after.value()));
      String here = "(" + value + ", " + query.next(after.id()) + ")";
      String order = sort.isDescending() ? " < " : " > ";
      query.and("(" + key + ", " + sort.key().id(source) + ")" + order + here);
    }
    return this;
  }

  /** Those without a value, in order, behind a record; null for the first. */
  PopulationSql valueless(Sort sort, String after) {
    query.and(sort.key().column(source) + " is null");
    query.and(sort.key().id(source) + (sort.isDescending() ? " < " : " > "), after);
    return this;
  }

  /** The first in order, on a way that was found. */
  Uni<RowSet<Row>> first(
      Filter filter, Sort sort, Times.Way way, int limit, SqlConnection connection) {
    String key = sort.key().column(source);
    query.and(key + (sort.isDescending() ? " <= " : " >= "), way.bound());
    return switch (way.course()) {
      case ALONG -> ordered(sort).first(limit, connection);
      // An expression: the planner would be wrong to take the column's index for the order
      case SORTED -> ordered(sort, key + " + interval '0'").first(limit, connection);
      case MONTHLY -> monthly(Months.of(filter, sort).orElseThrow(), sort, limit, connection);
    };
  }

  private Uni<RowSet<Row>> monthly(Months months, Sort sort, int limit, SqlConnection connection) {
    query.and(months.condition());
    ordered(sort);
    String key = sort.key().column(source).replace("r.", "s.");
    months.read(query, order(key, "s.id", sort), query.next(limit));
    return query.on(connection);
  }

  /** In order. */
  PopulationSql ordered(Sort sort) {
    return ordered(sort, sort.key().column(source));
  }

  private PopulationSql ordered(Sort sort, String key) {
    query.then(order(key, sort.key().id(source), sort));
    return this;
  }

  private static String order(String key, String id, Sort sort) {
    String direction = sort.isDescending() ? " desc" : "";
    return " order by " + key + direction + ", " + id + direction;
  }

  /** The first of them. */
  Uni<RowSet<Row>> first(int limit, SqlConnection connection) {
    return query.then(" limit " + query.next(limit)).on(connection);
  }
}
