package io.livenessledger.vendor;

import static io.livenessledger.testkit.Api.refresh;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.Metrics;
import io.livenessledger.testkit.OwnDatabase;
import io.livenessledger.testkit.Vendor;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is left is shown for each urgency; ten calls an hour, twenty in two. */
@LedgerTest
@TestProfile(BudgetMetricsTest.Small.class)
class BudgetMetricsTest {
  @TestHTTPResource(value = "/metrics", management = true)
  URI metrics;

  private final Vendor vendor = new Vendor();

  @Test
  void whatIsLeftIsShownForEachUrgency() {
    Metrics numbers = new Metrics(metrics);
    for (int i = 0; i < 3; i++) {
      String id = Bodies.freshId();
      vendor.answers(id, Vendor.ok(Bodies.small(id, "new")));
      refresh(id).then().statusCode(201);
    }

    await().atMost(Api.patience()).until(() -> left(numbers, "minute", "REFRESH") == 7);
    assertEquals(6, left(numbers, "minute", "SCHEDULE"));
    assertEquals(5, left(numbers, "minute", "BACKFILL"));
    assertEquals(17, left(numbers, "day", "REFRESH"));
    assertEquals(10, left(numbers, "day", "SCHEDULE"), "half of the day");
    assertEquals(13, left(numbers, "day", "BACKFILL"));
    assertEquals(10, numbers.sum("ledger_vendor_budget_limit", "span=\"minute\""));
    assertEquals(0, numbers.sum("ledger_vendor_paused_seconds"));

    whatTheVendorSaysOfItsMinuteIsNoneOfTheDays(numbers);
    whatTheVendorSaysCountsToo(numbers);
  }

  private void whatTheVendorSaysOfItsMinuteIsNoneOfTheDays(Metrics numbers) {
    String id = Bodies.freshId();
    vendor.answers(
        id,
        Vendor.ok(Bodies.small(id, "new"))
            .withHeader("X-RateLimit-Remaining", "4")
            .withHeader(
                "X-RateLimit-Reset",
                String.valueOf(Instant.now().plus(Duration.ofMinutes(50)).getEpochSecond())));
    refresh(id).then().statusCode(201);

    await().atMost(Api.patience()).until(() -> left(numbers, "minute", "REFRESH") == 4);
    assertEquals(16, left(numbers, "day", "REFRESH"));
  }

  private void whatTheVendorSaysCountsToo(Metrics numbers) {
    String demanding = Bodies.freshId();
    vendor.answers(
        demanding,
        Vendor.status(429, "{}")
            .withHeader("Retry-After", "600")
            .withHeader("X-RateLimit-Remaining", "2")
            .withHeader("X-RateLimit-Reset", "9999999999"));
    refresh(demanding).then().statusCode(503);

    await().atMost(Api.patience()).until(() -> numbers.sum("ledger_vendor_paused_seconds") > 500);
    assertEquals(2, left(numbers, "minute", "REFRESH"));
    assertEquals(2, left(numbers, "day", "SCHEDULE"));
  }

  private static double left(Metrics numbers, String span, String urgency) {
    return numbers.sum(
        "ledger_vendor_budget_left", "span=\"" + span + "\"", "urgency=\"" + urgency + "\"");
  }

  /** As if hours were minutes. */
  public static class Small extends OwnDatabase {
    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
      settings.put("ledger.vendor.budget.minute.calls", "10");
      settings.put("ledger.vendor.budget.minute.span", "PT1H");
      settings.put("ledger.vendor.budget.day.calls", "20");
      settings.put("ledger.vendor.budget.day.span", "PT2H");
      return settings;
    }
  }
}
