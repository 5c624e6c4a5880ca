package io.livenessledger.search.statistics;

import io.livenessledger.search.filter.Filter;
import io.livenessledger.search.sql.Estimate;
import io.livenessledger.search.sql.PopulationSql;
import io.livenessledger.search.sql.Profiles;
import io.livenessledger.store.LongReads;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;

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

  private static Uni<Long> exact(Filter filter, Profiles profiles, SqlConnection connection) {
    return Summary.answers(filter)
        ? Summary.total(filter, profiles, connection)
        : PopulationSql.of(source -> "select count(*)", filter, profiles)
            .on(connection)
            .map(Counting::number);
  }

  /**
   * From the summary, which is exact, where it has the answer, else as the planner guesses. Exact
   * for who may see some clients alone: a guess is made of what all have.
   */
  public Uni<Long> estimate(Filter filter) {
    if (filter.scope() != null) {
      return exact(filter);
    }
    return reads.readOn(
        connection ->
            Profiles.of(filter, connection)
                .chain(profiles -> estimate(filter, profiles, connection)));
  }

  private static Uni<Long> estimate(Filter filter, Profiles profiles, SqlConnection connection) {
    return Summary.answers(filter)
        ? Summary.total(filter, profiles, connection)
        : Estimate.of(filter, profiles, connection);
  }

  private static Long number(RowSet<Row> rows) {
    return rows.iterator().next().getLong(0);
  }
}
