package io.livenessledger.backfill.schedule;

import static io.livenessledger.testkit.Api.refresh;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livenessledger.store.Background;
import io.livenessledger.store.Settling;
import io.livenessledger.store.Transactions;
import io.livenessledger.store.lease.Leases;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.Vendor;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Replicas that are started with other rules. */
@LedgerTest
@TestProfile(Scheduled.ByHand.class)
class PlanTest {
  private static final Map<String, String> OTHERS =
      Map.of(
          "ledger.schedule.rules.lost.upstream", "GONE",
          "ledger.schedule.rules.lost.every", "P30D",
          "ledger.schedule.rules.done.status", "completed",
          "ledger.schedule.rules.done.every", "P10D");

  private static final int TEN_DAYS = 14_400;
  private static final int THIRTY_DAYS = 43_200;
  private static final int NINETY_DAYS = 129_600;

  private final Vendor vendor = new Vendor();

  @Inject Scheduled scheduled;
  @Inject DueTables tables;
  @Inject Leases leases;
  @Inject Settling settling;
  @Inject Transactions transactions;
  @Inject Background background;

  private String pending;
  private String done;
  private String gone;

  @BeforeEach
  void storeOneOfEach() throws SQLException {
    start(Scheduled.RULES);
    Scheduled.forget();
    pending = stored("new");
    done = stored("completed");
    gone = Bodies.freshId();
    vendor.answers(gone, Vendor.ok(Bodies.small(gone, "completed")), Vendor.absent());
    refresh(gone);
    refresh(gone);
  }

  @AfterEach
  void startAgain() {
    start(Scheduled.RULES);
  }

  @Test
  void dueTimesFollowFromTheRulesThatTheLatestReplicaWasStartedWith() throws SQLException {
    assertEquals(List.of("5|pending", NINETY_DAYS + "|done", "never"), dues());

    start(OTHERS);

    assertEquals(List.of("never", TEN_DAYS + "|done", THIRTY_DAYS + "|lost"), dues());
  }

  @Test
  void whoStartsWithTheSameRulesChangesNothing() throws SQLException {
    String before = plan();

    start(Scheduled.RULES);

    assertEquals(before, plan());
  }

  @Test
  void withoutRulesNothingIsDue() throws SQLException {
    start(Map.of());

    assertEquals(List.of(), Database.rows("select * from refresh_due"));
    refresh(pending);
    stored("new");
    assertEquals(List.of(), Database.rows("select * from refresh_due"));
  }

  @Test
  void anotherReplicaGoesOnWhereOneDied() throws SQLException {
    scheduled.run(() -> tables.putInForce(rules(OTHERS)));
    scheduled.run(() -> transactions.committedOn(c -> DueTables.sweep(c, 1)));
    String first = Database.rows("select swept_to from refresh_plan").get(0);
    assertEquals(List.of(first), Database.rows("select id from record order by id limit 1"));
    Database.execute("update lease set expires_at = now() where name = 'refresh-plan'");

    start(OTHERS);

    assertEquals(List.of("never", TEN_DAYS + "|done", THIRTY_DAYS + "|lost"), dues());
    assertEquals(List.of("t"), Database.rows("select swept_to is null from refresh_plan"));
  }

  @Test
  void whatWasWrittenUnderTheNewRulesIsNotOverwritten() throws SQLException {
    scheduled.run(() -> tables.putInForce(rules(OTHERS)));
    Database.execute(
        "update refresh_due set due_at = '2001-01-01 00:00Z',"
            + " generation = (select generation from refresh_plan) where record_id = '"
            + done
            + "'");

    start(OTHERS);

    assertEquals(List.of("t"), Scheduled.due(done, "due_at = '2001-01-01 00:00Z'"));
  }

  private String stored(String status) {
    String id = Bodies.freshId();
    vendor.answers(id, Vendor.ok(Bodies.small(id, status)));
    refresh(id).then().statusCode(201);
    return id;
  }

  /** As a replica with these rules does. */
  private void start(Map<String, String> settings) {
    ScheduleConfig config = Scheduled.config(settings);
    Plan plan =
        new Plan(config, rules(settings), tables, leases, settling, transactions, background);
    scheduled.run(plan::followed);
  }

  private static Rules rules(Map<String, String> settings) {
    return new Rules(Scheduled.config(settings));
  }

  private List<String> dues() throws SQLException {
    return List.of(due(pending), due(done), due(gone));
  }

  /** After how many minutes, and by which rule. */
  private static String due(String id) throws SQLException {
    List<String> found =
        Database.rows(
            "select (extract(epoch from d.due_at - r.fetched_at) / 60)::integer, u.name"
                + " from refresh_due d join record r on r.id = d.record_id"
                + " left join refresh_rule u using (place) where d.record_id = '"
                + id
                + "'");
    return found.isEmpty() ? "never" : found.get(0);
  }

  private static String plan() throws SQLException {
    return Database.rows("select generation, rules, swept_to from refresh_plan").get(0);
  }
}
