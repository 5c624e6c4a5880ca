package io.livenessledger.search.sql;

import io.livenessledger.search.filter.Interval;
import io.livenessledger.search.filter.NumberRange;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/** A query that grows by conditions. Values are parameters, never text. */
public final class Query {
  private final StringBuilder text;
  private final Tuple parameters = Tuple.tuple();

  /** Begins a query whose {@code where} has a condition already. */
  public Query(String beginning) {
    text = new StringBuilder(beginning);
  }

  /** Adds a value. Returns the name of its parameter. */
  public String next(Object value) {
    parameters.addValue(value instanceof Instant i ? i.atOffset(ZoneOffset.UTC) : value);
    return "$" + parameters.size();
  }

  /** Adds text of ours. */
  public Query then(String more) {
    text.append(more);
    return this;
  }

  /** Puts text of ours before and behind all that there is. */
  Query enclosed(String before, String after) {
    text.insert(0, before);
    return then(after);
  }

  public Query and(String condition) {
    return then(" and ").then(condition);
  }

  /** Adds a condition that ends in a value; none for null. */
  public Query and(String condition, Object value) {
    return value == null ? this : and(condition + next(value));
  }

  /** Adds that a column has one of the values; nothing for null. */
  public Query among(String column, Set<String> values) {
    return values == null ? this : amongAll(column, values.toArray(new String[0]));
  }

  /** The same for numbers. */
  public Query among(String column, List<Integer> values) {
    return values == null ? this : amongAll(column, values.toArray(new Integer[0]));
  }

  /** As {@link #among}; nothing for no values. */
  public Query amongUnlessEmpty(String column, Set<String> values) {
    return values.isEmpty() ? this : among(column, values);
  }

  private Query amongAll(String column, Object values) {
    return and(column + " = any(" + next(values) + ")");
  }

  public Query within(String column, NumberRange range) {
    return and(column + " >= ", range.min()).and(column + " <= ", range.max());
  }

  public Query within(String column, Interval interval) {
    return and(column + " >= ", interval.from()).and(column + " < ", interval.to());
  }

  public Uni<RowSet<Row>> on(SqlConnection connection) {
    return connection.preparedQuery(text.toString()).execute(parameters);
  }
}
