package io.livenessledger.search.sql;

import io.livenessledger.record.history.Content.Family;
import io.livenessledger.search.filter.Filter;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Which profiles (V0008) a filter's categories mean, and what contents of theirs have. */
public final class Profiles {
  private static final Profiles ALL = new Profiles(null);

  private static final String SELECT =
      """
      select id, given from content_profile
       where ($1::text[] is null or status = any($1))
         and ($2::boolean[] is null or live = any($2) or $3 and live is null)
         and ($4::text[] is null or family = any($4))
         and ($5::text[] is null or failed && $5)
         and ($6::text[] is null or ran && $6)
         and ($7::text[] is null or warnings && $7)
         and ($8::text[] is null or errors && $8)
         and ($9::text[] is null or calibrations && $9)
         and given @> $10::text[]
      """;

  private final List<Profile> wanted;

  private Profiles(List<Profile> wanted) {
    this.wanted = wanted;
  }

  private record Profile(int number, Set<String> given) {}

  /** Those of a filter; all when it asks for no category. */
  public static Uni<Profiles> of(Filter filter, SqlConnection connection) {
    if (!asksForCategories(filter)) {
      return Uni.createFrom().item(ALL);
    }
    return connection.preparedQuery(SELECT).execute(parameters(filter)).map(Profiles::profiles);
  }

  public boolean areAll() {
    return wanted == null;
  }

  boolean areNone() {
    return wanted != null && wanted.isEmpty();
  }

  /** Their numbers; null for all. */
  public List<Integer> numbers() {
    return wanted == null ? null : wanted.stream().map(Profile::number).toList();
  }

  /** Those whose contents have a value, by its name in the contract. */
  Profiles having(String value) {
    return only(profile -> profile.given().contains(value));
  }

  /** Those whose contents lack it. */
  Profiles lacking(String value) {
    return only(profile -> !profile.given().contains(value));
  }

  private Profiles only(Predicate<Profile> condition) {
    return wanted == null ? this : new Profiles(wanted.stream().filter(condition).toList());
  }

  private static boolean asksForCategories(Filter filter) {
    return !(filter.statuses().isEmpty()
        && filter.live().isEmpty()
        && filter.families().isEmpty()
        && filter.failedChecks().isEmpty()
        && filter.ranChecks().isEmpty()
        && filter.warnings().isEmpty()
        && filter.errors().isEmpty()
        && filter.calibrations().isEmpty());
  }

  private static Tuple parameters(Filter filter) {
    return Tuple.tuple()
        .addValue(texts(filter.statuses()))
        .addValue(verdicts(filter.live()))
        .addValue(filter.live().contains(Optional.<Boolean>empty()))
        .addValue(
            filter.families().isEmpty()
                ? null
                : filter.families().stream().map(Family::name).toArray(String[]::new))
        .addValue(texts(filter.failedChecks()))
        .addValue(texts(filter.ranChecks()))
        .addValue(texts(filter.warnings()))
        .addValue(texts(filter.errors()))
        .addValue(texts(filter.calibrations()))
        .addValue(filter.bounded().toArray(new String[0]));
  }

  private static String[] texts(Set<String> values) {
    return values.isEmpty() ? null : values.toArray(new String[0]);
  }

  private static Boolean[] verdicts(Set<Optional<Boolean>> live) {
    return live.isEmpty() ? null : live.stream().flatMap(Optional::stream).toArray(Boolean[]::new);
  }

  private static Profiles profiles(RowSet<Row> rows) {
    List<Profile> found = new ArrayList<>();
    rows.forEach(
        row -> found.add(new Profile(row.getInteger(0), Set.of(row.getArrayOfStrings(1)))));
    return new Profiles(found);
  }
}
