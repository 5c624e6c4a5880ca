package io.livenessledger.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livenessledger.bench.crowd.Crowd;
import io.livenessledger.store.embedded.Role;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Fills a new database with records: {@code ./mvnw -Pbench test -Dtest=CrowdBench
 * -DargLine=-Dbench.records=10000000}; {@code -Dbench.directory} says where (under {@code
 * target/bench}), {@code -Dbench.keep=true} leaves the server running, for psql.
 */
class CrowdBench {
  private static final long RECORDS = Long.getLong("bench.records", 20_000);
  private static final long CHECKED = 20_000;

  /** What the triggers make of the same rows. */
  private static final String BY_TRIGGER =
      """
      create temporary table again (like record including defaults);
      create trigger profile before insert on again for each row execute function assign_profile();
      create trigger count_inserted after insert on again referencing new table as inserted
        for each statement execute function count_inserted();
      insert into again select * from record;
      create temporary table revision_again (like revision);
      create trigger profile before insert on revision_again for each row execute function assign_profile();
      insert into revision_again select * from revision;
      """;

  private static final List<String> DIFFERENCES =
      List.of(
          "select count(*) from record r join again a using (id) where r.profile is distinct from a.profile",
          "select count(*) from revision r join revision_again a using (record_id, number)"
              + " where r.profile is distinct from a.profile",
          "select count(*) from (table record_statistic except all table statistic_change) as more",
          "select count(*) from (select part, client, upstream, changed, profile, day, sum(records)"
              + " from total_change group by 1, 2, 3, 4, 5, 6 except all table record_total) as other",
          "select count(*) from (table statistic_change except all table record_statistic) as less");

  @Test
  void recordsPerSecond() throws Exception {
    try (Machine machine = Machine.start(false)) {
      machine.fill(new Crowd(1, RECORDS, Boolean.getBoolean("bench.facts")));
      if (RECORDS <= CHECKED) {
        triggersSayTheSame(machine);
      }
    }
  }

  private static void triggersSayTheSame(Machine machine) throws Exception {
    try (Connection owner = machine.connect(Role.OWNER)) {
      Machine.execute(owner, BY_TRIGGER);
      for (String query : DIFFERENCES) {
        assertEquals(0, Machine.number(owner, query), query);
      }
      assertEquals(RECORDS, Machine.number(owner, "select sum(records) from statistic_change"));
    }
  }
}
