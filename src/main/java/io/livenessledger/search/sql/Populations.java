package io.livenessledger.search.sql;

import io.livenessledger.record.state.RecordState;
import io.livenessledger.record.state.StateSource;
import io.livenessledger.search.filter.Filter;
import io.livenessledger.search.sql.Sort.Position;
import io.livenessledger.store.LongReads;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads the records of a population. */
@ApplicationScoped
public class Populations {
  private final LongReads reads;

  Populations(LongReads reads) {
    this.reads = reads;
  }

  /**
   * Up to {@code limit} records in order.
   *
   * @param after where to go on; null for the beginning
   */
  public Uni<List<RecordState>> find(Filter filter, Sort sort, Position after, int limit) {
    return reads.readOn(
        connection ->
            Profiles.of(filter, connection)
                .chain(
                    profiles -> new Reading(connection, filter, profiles, sort).of(after, limit)));
  }

  /** A page is read in two parts: those with a value to order by, then those without. */
  private record Reading(SqlConnection connection, Filter filter, Profiles profiles, Sort sort) {

    Uni<List<RecordState>> of(Position after, int limit) {
      if (after != null && after.value() == null) {
        return valueless(after.id(), limit);
      }
      return valued(after, limit)
          .chain(found -> found.size() == limit ? all(found) : completed(found, limit));
    }

    private static Uni<List<RecordState>> all(List<RecordState> found) {
      return Uni.createFrom().item(found);
    }

    private Uni<List<RecordState>> completed(List<RecordState> found, int limit) {
      return valueless(null, limit - found.size())
          .map(rest -> Stream.concat(found.stream(), rest.stream()).toList());
    }

    private Uni<List<RecordState>> valued(Position after, int limit) {
      Profiles having = sort.key().isAlwaysThere() ? profiles : profiles.having(sort.key().text());
      if (having.areNone()) {
        return all(List.of());
      }
      PopulationSql sql = PopulationSql.states(filter, having).valued(sort, after);
      return new Times(filter, sort, limit)
          .way(having, after, connection)
          .chain(way -> sql.first(filter, sort, way, limit, connection))
          .map(Reading::states);
    }

    private Uni<List<RecordState>> valueless(String after, int limit) {
      Profiles lacking = profiles.lacking(sort.key().text());
      if (sort.key().isAlwaysThere()
          || filter.bounded().contains(sort.key().text())
          || lacking.areNone()) {
        return all(List.of());
      }
      return PopulationSql.states(filter, lacking)
          .valueless(sort, after)
          .ordered(sort)
          .first(limit, connection)
          .map(Reading::states);
    }

    private static List<RecordState> states(RowSet<Row> rows) {
      List<RecordState> states = new ArrayList<>();
      rows.forEach(row -> states.add(StateSource.state(row.getDelegate())));
      return states;
    }
  }
}
