package io.livenessledger.bench.crowd;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands in the way of many rows at once: foreign keys, secondary indexes, and triggers that
 * derive what is derived for all of them afterwards. Taken away, then put back as it was.
 */
final class Shelf {
  private static final String TABLES =
      "('record', 'revision', 'observation', 'body', 'observation_statement')";
  private static final String KEYS =
      "select format('alter table %s drop constraint %I', conrelid::regclass, conname),"
          + " format('alter table %s add constraint %I %s', conrelid::regclass, conname,"
          + " pg_get_constraintdef(oid)) from pg_constraint where contype = 'f'"
          + " and conrelid::regclass::text in "
          + TABLES
          + " order by oid";
  private static final String INDEXES =
      "select format('drop index %I', indexname), indexdef from pg_indexes where tablename in "
          + TABLES
          + " and not exists (select from pg_constraint where conindid = indexname::regclass)";
  private static final List<List<String>> TRIGGERS =
      List.of(
          trigger("record", "profile"),
          trigger("record", "count_inserted"),
          trigger("revision", "profile"));

  /** As in V0008. */
  private static final String STATISTIC =
      """
      insert into record_statistic
      select profile, client, upstream, revision > 1, (created_at at time zone 'UTC')::date,
             (observed_at at time zone 'UTC')::date, count(*)
        from record where revision is not null
       group by 1, 2, 3, 4, 5, 6
      """;

  private static final String TOTAL =
      """
      insert into record_total
      select p.part, s.client, s.upstream, s.changed, p.profile, p.day, sum(s.records)
        from record_statistic s
        cross join lateral (values
          ('profile', s.profile, null::date), ('created', null, s.created_on), ('observed', null, s.observed_on)
        ) as p (part, profile, day)
       group by 1, 2, 3, 4, 5, 6
      """;

  private final Connection owner;
  private final List<String> back = new ArrayList<>();

  private Shelf(Connection owner) {
    this.owner = owner;
  }

  private static List<String> trigger(String table, String name) {
    String change = "alter table " + table + " %s trigger " + name;
    return List.of(change.replace("%s", "disable"), change.replace("%s", "enable always"));
  }

  static Shelf clear(Connection owner) throws SQLException {
    Shelf shelf = new Shelf(owner);
    List<List<String>> all = new ArrayList<>(TRIGGERS);
    all.addAll(shelf.pairs(INDEXES));
    all.addAll(shelf.pairs(KEYS));
    for (List<String> one : all) {
      shelf.execute(one.get(0));
      shelf.back.add(one.get(1));
    }
    return shelf;
  }

  void restore() throws SQLException {
    execute("set maintenance_work_mem = '1GB'");
    execute("set work_mem = '512MB'");
    for (String one : back) {
      execute(one);
    }
    execute(STATISTIC);
    execute(TOTAL);
  }

  private List<List<String>> pairs(String query) throws SQLException {
    List<List<String>> pairs = new ArrayList<>();
    try (Statement statement = owner.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      while (found.next()) {
        pairs.add(List.of(found.getString(1), found.getString(2)));
      }
    }
    return pairs;
  }

  private void execute(String sql) throws SQLException {
    long start = System.nanoTime();
    try (Statement statement = owner.createStatement()) {
      statement.execute(sql);
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    if (millis > 5000) {
      System.out.println(millis / 1000 + " s: " + sql.lines().findFirst().orElse(""));
    }
  }
}
