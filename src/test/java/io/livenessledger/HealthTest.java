package io.livenessledger;

import static io.livenessledger.testkit.Api.anonymous;
import static io.livenessledger.testkit.Api.refresh;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.livenessledger.testkit.LedgerTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Health on the management port alone; ready only with what it takes to call the vendor. */
@LedgerTest
@TestProfile(HealthTest.WithoutToken.class)
class HealthTest {
  @TestHTTPResource(value = "/health", management = true)
  URI health;

  @Test
  void itIsLiveAndStartedButNotReadyWithoutAToken() {
    given().get(health + "/live").then().statusCode(200).body("status", equalTo("UP"));
    given().get(health + "/started").then().statusCode(200).body("status", equalTo("UP"));
    given()
        .get(health + "/ready")
        .then()
        .statusCode(503)
        .body("status", equalTo("DOWN"))
        .body("checks.name", hasItem("vendor configuration"))
        .body(
            "checks.find { it.name == 'vendor configuration' }.data.missing",
            equalTo("ledger.vendor.token or ledger.vendor.token-file"))
        .body("checks.findAll { it.name != 'vendor configuration' }.status", hasItem("UP"));
  }

  @Test
  void healthIsNotOnThePublicPort() {
    anonymous().get("/q/health").then().statusCode(404);
    anonymous().get("/q/health/ready").then().statusCode(404);
  }

  @Test
  void withoutATokenARefreshSaysWhatToSet() {
    refresh("a")
        .then()
        .statusCode(503)
        .header("Retry-After", equalTo("60"))
        .body("type", equalTo("https://livenessledger.io/problems/vendor-not-configured"));
  }

  /** As started by somebody who forgot the token. */
  public static class WithoutToken implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("ledger.vendor.token-file", "no/such/file");
    }
  }
}
