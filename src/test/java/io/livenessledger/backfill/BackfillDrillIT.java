package io.livenessledger.backfill;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.store.embedded.Role;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.Packaged;
import io.livenessledger.testkit.TestDatabase;
import io.livenessledger.testkit.Tokens;
import io.livenessledger.testkit.VendorAccount;
import io.livenessledger.testkit.VendorAccount.Answer;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A vendor that fails at random and lists records in an order that shifts, two replicas, and the
 * one that runs the backfill is killed three times.
 */
class BackfillDrillIT {
  private static final Logger LOG = Logger.getLogger(BackfillDrillIT.class);
  private static final int RECORDS = 5000;
  private static final int ADDED_MEANWHILE = 20;
  private static final int SEED = 6;

  /** The budget of 600 calls a minute, four times as fast. */
  private static final int CALLS = 600;

  private static final Duration SPAN = Duration.ofSeconds(15);

  /** By which a call may reach the vendor later than it was counted, on a busy machine. */
  private static final Duration ON_THE_WAY = Duration.ofSeconds(1);

  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final int[] KILLED_AFTER = {1000, 2200, 3600};

  @TempDir Path directory;

  private final TestDatabase database = TestDatabase.fresh("drill");
  private final List<Packaged> replicas = new ArrayList<>();
  private final AtomicInteger failed = new AtomicInteger();

  @AfterEach
  void end() throws InterruptedException {
    for (Packaged replica : replicas) {
      replica.close();
    }
  }

  @Test
  void everyRecordIsStoredOnceWithinTheBudgetWhateverFails() throws Exception {
    try (VendorAccount account = new VendorAccount()) {
      IntStream.range(0, RECORDS).forEach(i -> add(account));
      misbehave(account);
      replicas.add(Packaged.start(directory, settings(account)));
      replicas.get(0).url();
      replicas.add(Packaged.start(directory, settings(account)));
      int backfill =
          as(replicas.get(1)).post("/v1/backfills").then().statusCode(202).extract().path("id");

      for (int fetches : KILLED_AFTER) {
        await().atMost(PATIENCE).until(() -> account.fetches().size() >= fetches);
        killTheRunner(account);
      }
      Response ended =
          await().atMost(PATIENCE).until(() -> read(backfill), BackfillDrillIT::hasEnded);

      int records = RECORDS + ADDED_MEANWHILE;
      LOG.infof(
          "%s; %d calls, %d answers failed",
          ended.asString(), account.calls().size(), failed.get());
      assertEquals("COMPLETED", ended.path("state"));
      assertEquals(records, (int) ended.path("records.new"));
      assertEquals(List.of(records + "|" + records + "|1"), stored());
      double needed = records + (int) ended.path("listCalls") + failed.get();
      assertTrue(account.calls().size() <= 1.02 * needed, account.calls().size() + " of " + needed);
      assertTrue(most(account) <= CALLS, most(account) + " calls in " + SPAN);
    }
  }

  private static void add(VendorAccount account) {
    String id = Bodies.freshId();
    account.add(id, Bodies.small(id, "completed"));
  }

  /**
   * One in ten answers fails, and while the list is read records come to stand before all others.
   */
  private void misbehave(VendorAccount account) {
    Random random = new Random(SEED);
    AtomicInteger added = new AtomicInteger();
    account.listens(
        call -> {
          if (call.isList() && added.getAndIncrement() < ADDED_MEANWHILE) {
            add(account);
          }
        });
    account.misbehaves(
        answer -> {
          int chance = chance(random);
          return chance >= 100 ? answer : failure(answer, chance);
        });
  }

  private static synchronized int chance(Random random) {
    return random.nextInt(1000);
  }

  private Answer failure(Answer answer, int chance) {
    failed.incrementAndGet();
    if (chance < 60) {
      return answer.failed(500);
    }
    return chance < 95 ? answer.broken() : answer.limited(1);
  }

  private Map<String, String> settings(VendorAccount account) {
    Map<String, String> settings = new HashMap<>(Packaged.settings(database));
    settings.put("quarkus.rest-client.verifik.url", account.url());
    settings.put("ledger.vendor.budget.minute.calls", Integer.toString(CALLS));
    settings.put("ledger.vendor.budget.minute.span", SPAN.toString());
    settings.put("ledger.vendor.budget.kept-from-backfill", "0");
    settings.put("ledger.backfill.retry.delay", "PT1S");
    return settings;
  }

  /** The replica that holds the lease; another one is started in its place. */
  private void killTheRunner(VendorAccount account) throws Exception {
    String holder = query("select holder from lease where name = 'backfill'").get(0);
    Packaged runner =
        replicas.stream().filter(r -> holder.startsWith(r.pid() + " ")).findFirst().orElseThrow();
    runner.signal("KILL");
    replicas.remove(runner);
    long killed = System.nanoTime();
    int before = account.calls().size();
    await().atMost(PATIENCE).until(() -> account.calls().size() > before + 5);
    LOG.infof("followed after %d ms", Duration.ofNanos(System.nanoTime() - killed).toMillis());
    replicas.add(Packaged.start(directory, settings(account)));
  }

  private static boolean hasEnded(Response backfill) {
    return !List.of("PENDING", "RUNNING").contains(backfill.<String>path("state"));
  }

  private Response read(int backfill) {
    return as(replicas.get(0)).get("/v1/backfills/" + backfill);
  }

  private static RequestSpecification as(Packaged replica) {
    Tokens tokens = Packaged.tokens();
    return given()
        .baseUri(replica.url())
        .auth()
        .oauth2(tokens.sign(tokens.claims("operator")))
        .header("Access-Purpose", "test");
  }

  private List<String> stored() throws SQLException {
    return query(
        "select count(*) || '|' || count(distinct record_id) || '|' || max(number) from observation");
  }

  private List<String> query(String sql) throws SQLException {
    try (Connection connection = database.connect(Role.OWNER);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }

  /** The most calls that reached the vendor in any span of the budget, less what is on the way. */
  private static int most(VendorAccount account) {
    long span = SPAN.minus(ON_THE_WAY).toNanos();
    long[] times = account.calls().stream().mapToLong(VendorAccount.Call::nanos).sorted().toArray();
    int most = 0;
    for (int from = 0, to = 0; to < times.length; to++) {
      while (times[to] - times[from] >= span) {
        from++;
      }
      most = Math.max(most, to - from + 1);
    }
    return most;
  }
}
