package io.livenessledger.search.sql;

import io.livenessledger.search.filter.Filter;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** How many records the planner expects, by what it knows of each column; none is read. */
public final class Estimate {
  /** Begins a query whose rows are to be estimated. */
  public static final String EXPLAIN = "explain (format json) select 1";

  private Estimate() {}

  /** Of a population. */
  public static Uni<Long> of(Filter filter, Profiles profiles, SqlConnection connection) {
    return of(PopulationSql.of(source -> EXPLAIN, filter, profiles), connection);
  }

  /** Of a query that begins with {@link #EXPLAIN}. */
  public static Uni<Long> of(Query query, SqlConnection connection) {
    return query.on(connection).map(Estimate::rows);
  }

  private static Long rows(RowSet<Row> rows) {
    return ((JsonArray) rows.iterator().next().getValue(0))
        .getJsonObject(0)
        .getJsonObject("Plan")
        .getLong("Plan Rows");
  }
}
