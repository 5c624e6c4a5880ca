package io.livenessledger.search.statistics;

import io.livenessledger.search.filter.Filter;
import io.livenessledger.search.sql.PopulationSql;
import io.livenessledger.search.sql.Profiles;
import io.livenessledger.store.LongReads;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Says how large a population is. */
@ApplicationScoped
public class Counting {
  private final LongReads reads;

  Counting(LongReads reads) {
    this.reads = reads;
  }

  /** From the summary where it has the answer, else by counting. */
  public Uni<Long> exact(Filter filter) {
    return reads.readOn(
        connection ->
            Profiles.of(filter, connection).chain(profiles -> exact(filter, profiles, connection)));
  }

  private static Uni<Long> exact(Filter filter, List<Integer> profiles, SqlConnection connection) {
    return Summary.answers(filter)
        ? Summary.total(filter, profiles, connection)
        : PopulationSql.of(source -> "select count(*)", filter, profiles)
            .on(connection)
            .map(Counting::number);
  }

  /** From the summary, which is exact, where it has the answer, else as the planner guesses. */
  public Uni<Long> estimate(Filter filter) {
    return reads.readOn(
        connection ->
            Profiles.of(filter, connection)
                .chain(profiles -> estimate(filter, profiles, connection)));
  }

  private static Uni<Long> estimate(
      Filter filter, List<Integer> profiles, SqlConnection connection) {
    return Summary.answers(filter)
        ? Summary.total(filter, profiles, connection)
        : PopulationSql.of(source -> "explain (format json) select 1", filter, profiles)
            .on(connection)
            .map(Counting::planned);
  }

  private static Long number(RowSet<Row> rows) {
    return rows.iterator().next().getLong(0);
  }

  private static Long planned(RowSet<Row> rows) {
    return ((JsonArray) rows.iterator().next().getValue(0))
        .getJsonObject(0)
        .getJsonObject("Plan")
        .getLong("Plan Rows");
  }
}
