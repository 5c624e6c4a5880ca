package io.livenessledger.search.sql;

import static io.livenessledger.testkit.Api.RECORDS;
import static io.livenessledger.testkit.Api.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.record.state.StateSource;
import io.livenessledger.search.filter.Filter;
import io.livenessledger.search.filter.Interval;
import io.livenessledger.search.filter.NumberRange;
import io.livenessledger.search.sql.Sort.Position;
import io.livenessledger.search.sql.Times.Course;
import io.livenessledger.search.sql.Times.Way;
import io.livenessledger.store.Background;
import io.livenessledger.store.LongReads;
import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.OwnDatabase;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whichever way is gone, the same records are found; each way is gone by somebody. */
@LedgerTest
@TestProfile(OwnDatabase.class)
class TimesTest {
  private static final NumberRange ANY = new NumberRange(null, null);
  private static final Interval ALWAYS = new Interval(null, null);
  private static final List<Sort> SORTS =
      Stream.of(Sort.Key.CREATED_AT, Sort.Key.OBSERVED_AT)
          .flatMap(key -> Stream.of(new Sort(key, true), new Sort(key, false)))
          .toList();
  private static final List<Interval> INTERVALS =
      List.of(
          between(null, "2025-01-01T00:00:00Z"),
          between("2024-06-15T12:30:00Z", null),
          between("2024-03-31T23:59:59Z", "2025-02-01T00:00:00Z"),
          between("2024-05-01T00:00:00Z", "2024-06-01T00:00:00Z"),
          between("2024-05-10T00:00:00Z", "2024-05-11T00:00:00Z"),
          between("2030-01-01T00:00:00Z", null));

  /** Two times of three years each, neither of which follows the other; some were not created. */
  private static final String STORE =
      """
      insert into record (id, last_number, upstream, revision, observation, observed_at, stored_at, fetched_at,
                          content_digest, family, client, created_at)
      select 'r-' || i, 1, 'PRESENT', 1, 1, o, o, o, sha256(i::text::bytea), 'FLAT', 'client-' || i % 3, c
        from (select i, timestamptz '2023-11-01 00:00Z' + (i * 7919 % 1000) * interval '1 day' as o,
                     case when i % 17 > 0
                          then timestamptz '2023-11-01 00:00Z' + (i * 104729 % 1000) * interval '1 day' end as c
                from generate_series(1, 600) as i) as times
      on conflict do nothing
      """;

  @Inject LongReads reads;
  @Inject Background background;

  @BeforeEach
  void store() throws SQLException {
    Database.execute(STORE);
    Database.execute("analyze record");
  }

  @Test
  void everyWayFindsTheSame() {
    for (Interval interval : INTERVALS) {
      for (Sort sort : SORTS) {
        for (Set<String> clients : List.of(Set.<String>of(), Set.of("client-1"))) {
          Filter filter = filter(sort, interval, clients);
          Position middle = positions(filter, sort).stream().skip(20).findFirst().orElse(null);
          requireSame(filter, sort, null);
          requireSame(filter, sort, middle);
        }
      }
    }
  }

  private void requireSame(Filter filter, Sort sort, Position after) {
    List<Position> expected = found(filter, sort, after, Course.SORTED, 30);
    for (Course course : Course.values()) {
      String told = course + " " + sort + " " + filter;
      assertEquals(expected, found(filter, sort, after, course, 30), told);
    }
  }

  @Test
  void whatLiesFarInTheOrderIsReadMonthByMonth() {
    Filter wide = filter(SORTS.get(2), between(null, "2025-01-01T00:00:00Z"), Set.of());
    Filter narrow =
        filter(SORTS.get(2), between("2024-05-10T00:00:00Z", "2024-05-11T00:00:00Z"), Set.of());

    assertEquals(Course.MONTHLY, course(wide, SORTS.get(2), 2));
    assertEquals(Course.SORTED, course(narrow, SORTS.get(2), 2));
    assertEquals(Course.ALONG, course(wide, SORTS.get(2), 500), "one page has them all");
  }

  @Test
  void intervalsOfTheOrderItselfAreReadAlong() {
    Filter filter = filter(ALWAYS, between("2024-06-15T12:30:00Z", null), Set.of());

    assertEquals(Course.ALONG, course(filter, SORTS.get(2), 2));
  }

  /** Pages of one record: at each of them more are passed by than are read in the months. */
  @Test
  void pagesThatAreReadMonthByMonthAreTheWhole() {
    Sort sort = new Sort(Sort.Key.OBSERVED_AT, true);
    Filter filter = filter(sort, between(null, "2025-01-01T00:00:00Z"), Set.of());
    List<String> seen = new ArrayList<>();
    String query = "?pageSize=1&createdTo=2025-01-01T00:00:00Z&sort=-observedAt";

    String token = "";
    while (seen.size() < 40) {
      JsonPath page = as("viewer").get(RECORDS + query + token).jsonPath();
      seen.add(page.getString("items[0].id"));
      token = "&pageToken=" + page.getString("nextPageToken");
    }

    assertEquals(positions(filter, sort).stream().limit(40).map(Position::id).toList(), seen);
  }

  private List<Position> positions(Filter filter, Sort sort) {
    List<Position> all = found(filter, sort, null, Course.SORTED, 1000);
    assertTrue(all.size() < 600, "the interval leaves some out");
    return all;
  }

  private List<Position> found(Filter filter, Sort sort, Position after, Course course, int limit) {
    return on(
        connection ->
            Profiles.of(filter, connection)
                .map(profiles -> PopulationSql.states(filter, profiles).valued(sort, after))
                .chain(sql -> sql.first(filter, sort, new Way(null, course), limit, connection))
                .map(
                    rows -> {
                      List<Position> positions = new ArrayList<>();
                      rows.forEach(
                          row ->
                              positions.add(sort.position(StateSource.state(row.getDelegate()))));
                      return positions;
                    }));
  }

  private Course course(Filter filter, Sort sort, int limit) {
    return on(
        connection ->
            Profiles.of(filter, connection)
                .chain(profiles -> new Times(filter, sort, limit).way(profiles, null, connection))
                .map(Way::course));
  }

  private <T> T on(Function<SqlConnection, Uni<T>> question) {
    return background.run(() -> reads.readOn(question)).await().atMost(Api.patience());
  }

  /** The interval is of the time that the order is not of. */
  private static Filter filter(Sort sort, Interval interval, Set<String> clients) {
    return sort.key() == Sort.Key.OBSERVED_AT
        ? filter(interval, ALWAYS, clients)
        : filter(ALWAYS, interval, clients);
  }

  private static Filter filter(Interval created, Interval observed, Set<String> clients) {
    Set<String> none = Set.of();
    return new Filter(
        null, clients, none, none, Set.of(), Set.of(), Set.of(), none, none, none, none, none, ANY,
        ANY, ANY, created, ALWAYS, observed, null, null);
  }

  private static Interval between(String from, String to) {
    return new Interval(
        from == null ? null : Instant.parse(from), to == null ? null : Instant.parse(to));
  }
}
