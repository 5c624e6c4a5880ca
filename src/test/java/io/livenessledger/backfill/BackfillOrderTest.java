package io.livenessledger.backfill;

import static io.livenessledger.testkit.Api.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.LedgerTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Orders of backfills, which are refused or read no more than what the vendor lists. */
@LedgerTest
class BackfillOrderTest extends BackfillCalls {

  @Test
  void ordersThatAreNoneAreRefused() {
    Map.of(
            "{\"scope\":\"SOME\"}", "scope",
            "{\"scope\":\"OLDER\"}", "olderThan",
            "{\"olderThan\":\"P1D\"}", "olderThan",
            "{\"scope\":\"OLDER\",\"olderThan\":\"soon\"}", "olderThan",
            "{\"dryRun\":\"yes\"}", "dryRun",
            "{\"status\":7}", "status",
            "{\"status\":\"new\",\"fetchUnlisted\":true}", "fetchUnlisted",
            "{\"since\":\"yesterday\"}", "body",
            "[]", "body",
            "{", "body")
        .forEach(
            (body, parameter) ->
                order(body)
                    .then()
                    .statusCode(400)
                    .body("type", endsWith("/invalid-parameter"))
                    .body("errors[0].parameter", equalTo(parameter)));
    as("operator")
        .contentType("text/plain")
        .body("{}")
        .post(BACKFILLS)
        .then()
        .statusCode(415)
        .body("type", endsWith("/unsupported-media-type"));
    as("operator").get(BACKFILLS + "/999999").then().statusCode(404);
    as("operator").delete(BACKFILLS + "/999999").then().statusCode(404);
    as("operator").get(BACKFILLS + "/x").then().statusCode(400);
    as("operator").get(BACKFILLS + "/1/records?state=LOST").then().statusCode(400);
    as("operator").get(BACKFILLS + "?page=1").then().statusCode(400);
  }

  @Test
  void anOrderThatIsSentAgainWithItsKeyIsOneBackfill() {
    String key = Bodies.freshId();
    Response first = keyed(key, "{\"dryRun\":true}");
    Response again = keyed(key, "{\"dryRun\":true}");

    first.then().statusCode(202).header("Idempotency-Replayed", nullValue());
    again
        .then()
        .statusCode(202)
        .header("Idempotency-Replayed", "true")
        .header("Location", first.header("Location"))
        .body("id", equalTo(id(first)));
    keyed(key, "{}").then().statusCode(422).body("type", endsWith("/idempotency-key-reused"));
    cancel(id(first));
  }

  private static Response keyed(String key, String body) {
    return as("operator")
        .header("Idempotency-Key", key)
        .contentType("application/json")
        .body(body)
        .post(BACKFILLS);
  }

  @Test
  void backfillsAreListedNewestFirst() {
    int first = id(order("{\"dryRun\":true}"));
    int second = id(order("{\"dryRun\":true}"));

    Response page = as("operator").get(BACKFILLS + "?pageSize=1");
    page.then().body("items.id", contains(second));
    String token = page.path("nextPageToken");
    as("operator")
        .get(BACKFILLS + "?pageSize=1&pageToken=" + token)
        .then()
        .body("items.id", contains(first));
    cancel(first);
    cancel(second);
  }

  /** The shared vendor has no list to read. */
  private static void cancel(int backfill) {
    as("operator")
        .delete(BACKFILLS + "/" + backfill)
        .then()
        .statusCode(200)
        .body("state", equalTo("CANCELLED"));
  }
}
