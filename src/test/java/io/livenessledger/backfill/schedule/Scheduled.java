package io.livenessledger.backfill.schedule;

import io.livenessledger.store.Background;
import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.OwnDatabase;
import io.livenessledger.testkit.TestClock;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Replicas that do what they are told, and nothing by themselves. */
@ApplicationScoped
class Scheduled {
  /** Rules like those of the documents, and a program that looks once, at its start. */
  static final Map<String, String> RULES =
      Map.of(
          "ledger.schedule.rules.pending.status", "new,processing",
          "ledger.schedule.rules.pending.every", "PT5M",
          "ledger.schedule.rules.pending.until-age", "P1D",
          "ledger.schedule.rules.pending.order", "1",
          "ledger.schedule.rules.done.status", "completed",
          "ledger.schedule.rules.done.every", "P90D",
          "ledger.schedule.rules.done.order", "2",
          "ledger.schedule.interval", "PT1H");

  private final ScheduleConfig config;
  private final DueTables tables;
  private final ScheduledFetch fetch;
  private final Background background;
  private final TestClock clock;

  Scheduled(
      ScheduleConfig config,
      DueTables tables,
      ScheduledFetch fetch,
      Background background,
      TestClock clock) {
    this.config = config;
    this.tables = tables;
    this.fetch = fetch;
    this.background = background;
    this.clock = clock;
  }

  /** Of a program with these rules. */
  public static class ByHand extends OwnDatabase {
    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> settings = new HashMap<>(RULES);
      settings.put("ledger.vendor.timeout", "PT30S"); // every try of a slow machine is counted
      return settings;
    }
  }

  static ScheduleConfig config(Map<String, String> settings) {
    return new SmallRyeConfigBuilder()
        .addDefaultInterceptors()
        .withMapping(ScheduleConfig.class)
        .withSources(new PropertiesConfigSource(new HashMap<>(settings), "test", 500))
        .build()
        .getConfigMapping(ScheduleConfig.class);
  }

  Schedule replica() {
    return new Schedule(config, tables, fetch, background, clock);
  }

  /** Has a replica fetch until it finds nothing more to do now. */
  int refresh(Schedule replica) {
    int all = 0;
    for (int more = once(replica); more > 0; more = once(replica)) {
      all += more;
    }
    return all;
  }

  int once(Schedule replica) {
    return run(replica::refreshed);
  }

  /** Lets time pass, and a replica that never failed do what is due then. */
  int refreshAfter(Duration step) {
    clock.advance(step);
    return refresh(replica());
  }

  /** As another replica does that has not come to the fetch yet. */
  List<Picked> pick() {
    return run(() -> tables.pick(clock.instant(), clock.instant().plus(Schedule.TERM), 100));
  }

  <T> T run(Supplier<Uni<T>> work) {
    return background.run(work).await().atMost(Api.patience());
  }

  /** Nobody is due; to begin a test with. */
  static void forget() throws SQLException {
    Database.execute("delete from refresh_due");
  }

  /** The row of a record, of whoever reads it in the database. */
  static List<String> due(String id, String columns) throws SQLException {
    return Database.rows("select " + columns + " from refresh_due where record_id = '" + id + "'");
  }

  /** Trigger and caller of all observations of a record. */
  static List<String> observations(String id) throws SQLException {
    return Database.rows(
        "select trigger, caller from observation where record_id = '" + id + "' order by number");
  }

  static String created(String id, String status, Instant at) {
    return Bodies.small(id, status).replace("}}", ",\"createdAt\":\"" + at + "\"}}");
  }
}
