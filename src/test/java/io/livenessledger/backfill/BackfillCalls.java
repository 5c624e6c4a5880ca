package io.livenessledger.backfill;

import static io.livenessledger.testkit.Api.as;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;

/** What tests of backfills ask of the program. */
abstract class BackfillCalls {
  static final String BACKFILLS = "/v1/backfills";
  static final Duration PATIENCE = Duration.ofSeconds(30);

  static Response order(String body) {
    return as("operator").contentType("application/json").body(body).post(BACKFILLS);
  }

  static int id(Response backfill) {
    return backfill.path("id");
  }

  static Response backfill(int id) {
    return as("operator").get(BACKFILLS + "/" + id);
  }

  static ValidatableResponse records(int id, String query) {
    return as("operator").get(BACKFILLS + "/" + id + "/records" + query).then().statusCode(200);
  }

  static ValidatableResponse completed(int id) {
    return await()
        .atMost(PATIENCE)
        .until(() -> backfill(id), now -> now.path("state").equals("COMPLETED"))
        .then();
  }
}
