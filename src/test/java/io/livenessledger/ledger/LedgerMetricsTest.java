package io.livenessledger.ledger;

import static io.livenessledger.testkit.Api.anonymous;
import static io.livenessledger.testkit.Api.as;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.LedgerCheck;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.Log;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The ledger in numbers, for the infrastructure alone, and naming nobody. */
@LedgerTest
class LedgerMetricsTest {
  @TestHTTPResource(value = "/metrics", management = true)
  URI metrics;

  @TestHTTPResource(value = "/health/ready", management = true)
  URI ready;

  @Test
  void sizesAndTheLatestCheckAreNumbers() {
    LedgerCheck.run();
    long size = Log.published().size();

    await()
        .atMost(Api.patience())
        .until(
            () -> scrape().lines().toList(), lines -> lines.contains("ledger_size " + size + ".0"));
    List<String> lines = scrape().lines().toList();

    assertTrue(lines.contains("ledger_check_findings 0.0"), scrape());
    assertTrue(lines.contains("ledger_lag_seconds 0.0"), scrape());
    assertTrue(lines.contains("ledger_pending 0.0"), scrape());
    assertTrue(scrape().contains("ledger_check_finished_timestamp_seconds 1"), scrape());
    given()
        .get(ready)
        .then()
        .statusCode(200)
        .body("checks.find { it.name == 'ledger' }.data.lastCheck", equalTo("PASSED"));
  }

  @Test
  void noMetricNamesARecord() {
    String id = Bodies.freshId();
    Api.submit(id, Bodies.small(id, "new")).then().statusCode(201);
    Api.refresh(id);
    for (String path : List.of("", "/observations", "/observations/1/proof", "/nowhere/" + id)) {
      as("auditor").get(Api.RECORDS + "/" + id + path);
    }
    anonymous().get("/" + id);

    assertFalse(scrape().contains(id), scrape());
    assertTrue(scrape().contains("http_server_requests"), scrape());
  }

  @Test
  void metricsAreNotOnThePublicPort() {
    anonymous().get("/q/metrics").then().statusCode(404);
    anonymous().get("/metrics").then().statusCode(404);
  }

  private String scrape() {
    return given().get(metrics).then().statusCode(200).extract().asString();
  }
}
