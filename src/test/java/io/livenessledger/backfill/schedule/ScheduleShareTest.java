package io.livenessledger.backfill.schedule;

import static io.livenessledger.testkit.Api.refresh;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.OwnDatabase;
import io.livenessledger.testkit.Vendor;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A program that works by itself: of a hundred calls a day three are the schedule's. */
@LedgerTest
@TestProfile(ScheduleShareTest.Small.class)
class ScheduleShareTest {
  private final Vendor vendor = new Vendor();

  @TestHTTPResource(value = "/metrics", management = true)
  URI metrics;

  @Test
  void theScheduleSpendsNoMoreOfADayThanItsShare() throws SQLException {
    List<String> ids = IntStream.range(0, 6).mapToObj(i -> Bodies.freshId()).toList();
    for (String id : ids) {
      vendor.answers(id, Vendor.ok(Bodies.small(id, "new")));
      refresh(id).then().statusCode(201);
    }
    await().atMost(Api.patience()).until(() -> calls(ids) == 9);
    await()
        .atMost(Api.patience())
        .untilAsserted(
            () ->
                given()
                    .get(metrics)
                    .then()
                    .body(
                        containsString("ledger_schedule_refreshes_total{result=\"UNCHANGED\"} 3.0"))
                    .body(
                        containsString(
                            "ledger_schedule_failures_total{problem=\"vendor-rate-limited\"}"))
                    .body(containsString("ledger_schedule_due")));

    refresh(ids.get(0)).then().statusCode(200);

    assertEquals(10, calls(ids));
    assertEquals(List.of("3"), Database.rows("select sum(calls) from schedule_call"));
    assertEquals(
        List.of("0"), Database.rows("select count(*) from vendor_claim where problem is not null"));
    assertTrue(
        Integer.parseInt(Database.rows("select max(failures) from refresh_due").get(0)) == 0,
        "no record pays for it");
  }

  private int calls(List<String> ids) {
    return ids.stream().mapToInt(vendor::requests).sum();
  }

  public static class Small extends OwnDatabase {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "ledger.vendor.timeout", "PT30S",
          "ledger.vendor.budget.day.calls", "100",
          "ledger.vendor.budget.share-of-schedule", "0.03",
          "ledger.schedule.interval", "PT0.1S",
          "ledger.schedule.rules.pending.status", "new",
          "ledger.schedule.rules.pending.every", "PT2S");
    }
  }
}
