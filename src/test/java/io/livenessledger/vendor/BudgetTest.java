package io.livenessledger.vendor;

import static io.livenessledger.testkit.Api.refresh;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.store.Background;
import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.OwnDatabase;
import io.livenessledger.testkit.Vendor;
import io.livenessledger.verifik.budget.Urgency;
import io.livenessledger.verifik.budget.VendorBudget;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Five calls in any two seconds, whoever makes them. */
@LedgerTest
@TestProfile(BudgetTest.Small.class)
class BudgetTest {
  private static final int CALLS = 5;
  private static final Duration SPAN = Duration.ofSeconds(2);

  private final Vendor vendor = new Vendor();

  @Inject VendorBudget budget;
  @Inject Background background;

  @BeforeEach
  void forget() throws SQLException {
    Vendor.forgetDemands();
  }

  @Test
  void aCallAboveTheLimitIsNotMadeAndItsCallerToldWhenToComeBack() {
    String last = spendAllButOne();

    refresh(last).then().statusCode(201);
    String refused = known();
    Response answer = refresh(refused);

    answer.then().statusCode(503).body("type", endsWith("/vendor-rate-limited"));
    int wait = Integer.parseInt(answer.header("Retry-After"));
    assertTrue(wait >= 1 && wait <= 3, "Retry-After " + wait);
    assertEquals(0, vendor.requests(refused));
    await().atMost(Api.patience()).until(() -> refresh(refused).statusCode() == 201);
  }

  @Test
  void everyTryIsSpent() {
    String failing = Bodies.freshId();
    vendor.answers(failing, Vendor.status(500, "{}"));

    refresh(failing).then().statusCode(503);
    refresh(failing).then().body("type", endsWith("/vendor-rate-limited"));

    assertEquals(CALLS, vendor.requests(failing));
  }

  @Test
  void inNoSpanMoreCallsBegin() {
    Queue<Instant> asked = new ConcurrentLinkedQueue<>();
    Queue<Instant> allowed = new ConcurrentLinkedQueue<>();
    Instant end = Instant.now().plus(SPAN.multipliedBy(3));

    IntStream.range(0, 4).parallel().forEach(caller -> callUntil(end, asked, allowed));

    List<Instant> from = asked.stream().sorted().toList();
    List<Instant> to = allowed.stream().sorted().toList();
    assertTrue(to.size() >= 3 * CALLS, "calls go on: " + to.size());
    for (int i = 0; i + CALLS < to.size(); i++) {
      Duration span = Duration.between(from.get(i), to.get(i + CALLS));
      assertTrue(span.compareTo(SPAN) >= 0, CALLS + 1 + " calls in " + span);
    }
  }

  private void callUntil(Instant end, Queue<Instant> asked, Queue<Instant> allowed) {
    while (Instant.now().isBefore(end)) {
      Instant before = Instant.now();
      if (begins(Urgency.REFRESH)) {
        asked.add(before);
        allowed.add(Instant.now());
      }
    }
  }

  @Test
  void whatIsLessUrgentLeavesRoomForWhatIsMore() {
    assertEquals(
        List.of(true, true, true, false, true, false, true, false),
        Stream.of(
                Urgency.BACKFILL,
                Urgency.BACKFILL,
                Urgency.BACKFILL,
                Urgency.BACKFILL,
                Urgency.SCHEDULE,
                Urgency.SCHEDULE,
                Urgency.REFRESH,
                Urgency.REFRESH)
            .map(this::begins)
            .toList());
  }

  @Test
  void aDemandToWaitHoldsForAllRecords() {
    String demanding = Bodies.freshId();
    String other = known();
    vendor.answers(demanding, Vendor.status(429, "{}").withHeader("Retry-After", "2"));

    refresh(demanding).then().statusCode(503);
    refresh(other).then().statusCode(503).body("type", endsWith("/vendor-rate-limited"));

    assertEquals(1, vendor.requests(demanding));
    assertEquals(0, vendor.requests(other));
    await().atMost(Api.patience()).until(() -> refresh(other).statusCode() == 201);
  }

  @Test
  void whatTheVendorSaysIsLeftIsNotOverspent() {
    String saying = Bodies.freshId();
    long reset = Instant.now().plusSeconds(3).getEpochSecond();
    vendor.answers(
        saying,
        Vendor.ok(Bodies.small(saying, "new"))
            .withHeader("X-RateLimit-Remaining", "1")
            .withHeader("X-RateLimit-Reset", String.valueOf(reset)));

    refresh(saying).then().statusCode(201);
    refresh(known()).then().statusCode(201);
    String third = known();
    refresh(third).then().body("type", endsWith("/vendor-rate-limited"));

    assertEquals(0, vendor.requests(third));
    await().atMost(Api.patience()).until(() -> refresh(third).statusCode() == 201);
  }

  private String spendAllButOne() {
    IntStream.range(1, CALLS).forEach(i -> refresh(known()).then().statusCode(201));
    return known();
  }

  /** An id that the vendor knows. */
  private String known() {
    String id = Bodies.freshId();
    vendor.answers(id, Vendor.ok(Bodies.small(id, "new")));
    return id;
  }

  private boolean begins(Urgency urgency) {
    return background
        .run(() -> budget.call(urgency).replaceWith(true).onFailure().recoverWithItem(false))
        .await()
        .atMost(Api.patience());
  }

  /** Little, and nobody waits for more. */
  public static class Small extends OwnDatabase {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "ledger.vendor.budget.minute.calls", String.valueOf(CALLS),
          "ledger.vendor.budget.minute.span", SPAN.toString(),
          "ledger.vendor.budget.kept-from-backfill", "0.4",
          "ledger.vendor.budget.kept-from-schedule", "0.2",
          "ledger.vendor.budget.patience", "PT0S",
          "ledger.vendor.retry.max-delay", "PT0.5S");
    }
  }
}
