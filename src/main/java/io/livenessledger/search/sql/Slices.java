package io.livenessledger.search.sql;

import io.livenessledger.record.state.StateSource;
import io.livenessledger.search.filter.Filter;
import io.livenessledger.store.LongReads;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Reads a whole population as it was known at an instant, in slices of so many records, in the
 * order of their ids. What was known at an instant does not change: so slices that are read at
 * different times, by different replicas, with no transaction open between them, are of one
 * snapshot. Each costs the same, however few of its records are wanted.
 */
@ApplicationScoped
public class Slices {
  private static final String LOOKED_AT =
      "select id from record where id > $1 and ($2::text is null or id <= $2) order by id limit $3";
  private static final String LATER_CHANGED =
      "select id from record where id > $1 and id <= $2 and stored_at > $3";

  private final LongReads reads;

  Slices(LongReads reads) {
    this.reads = reads;
  }

  /**
   * What is read of each record.
   *
   * @param select the query up to its tables, by the names of the source's columns
   * @param id of what was read
   */
  public record Shape<T>(
      Function<StateSource, String> select, Function<Row, T> reader, Function<T, String> id) {}

  /**
   * A part of the population.
   *
   * @param last id of the last record that was looked at; null when there was none
   */
  public record Slice<T>(List<T> found, String last) {}

  /**
   * The next slice.
   *
   * @param filter with its instant
   * @param after id behind which it begins; the empty text is before all
   * @param until id with which it ends at the latest; null for no end
   * @param size records that are looked at
   */
  public <T> Uni<Slice<T>> next(
      Filter filter, Shape<T> shape, String after, String until, int size) {
    return reads.readOn(
        connection ->
            connection
                .preparedQuery(LOOKED_AT)
                .execute(Tuple.of(after, until, size))
                .map(Slices::ids)
                .chain(ids -> new Reading<>(connection, filter, shape, after, ids).slice()));
  }

  private static List<String> ids(RowSet<Row> rows) {
    List<String> ids = new ArrayList<>();
    rows.forEach(row -> ids.add(row.getString(0)));
    return ids;
  }

  private record Reading<T>(
      SqlConnection connection, Filter filter, Shape<T> shape, String after, List<String> ids) {

    Uni<Slice<T>> slice() {
      if (ids.isEmpty()) {
        return Uni.createFrom().item(new Slice<>(List.of(), null));
      }
      return Profiles.of(filter, connection)
          .chain(profiles -> unchanged(profiles).chain(found -> andChanged(found, profiles)))
          .map(found -> new Slice<>(inOrder(found), last()));
    }

    private String last() {
      return ids.get(ids.size() - 1);
    }

    /** In the database's order of ids, which need not be that of this program. */
    private List<T> inOrder(Map<String, T> found) {
      return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** Those that are still as they were. Read first: they may change, but not back. */
    private Uni<Map<String, T>> unchanged(Profiles profiles) {
      Query query = PopulationSql.of(shape.select(), filter.asOf(null), profiles);
      return query
          .and("r.id > ", after)
          .and("r.id <= ", last())
          .and("r.stored_at <= ", filter.asOf())
          .on(connection)
          .map(rows -> put(new HashMap<>(), rows));
    }

    /** And those that changed since, of which some may have been found before they did. */
    private Uni<Map<String, T>> andChanged(Map<String, T> found, Profiles profiles) {
      OffsetDateTime instant = filter.asOf().atOffset(ZoneOffset.UTC);
      return connection
          .preparedQuery(LATER_CHANGED)
          .execute(Tuple.of(after, last(), instant))
          .map(Slices::ids)
          .chain(
              changed ->
                  changed.isEmpty()
                      ? Uni.createFrom().item(found)
                      : PopulationSql.of(shape.select(), filter, profiles)
                          .among("v.record_id", new HashSet<>(changed))
                          .on(connection)
                          .map(rows -> put(found, rows)));
    }

    private Map<String, T> put(Map<String, T> found, RowSet<Row> rows) {
      List<T> read = new ArrayList<>();
      rows.forEach(row -> read.add(shape.reader().apply(row)));
      read.forEach(item -> found.put(shape.id().apply(item), item));
      return found;
    }
  }
}
