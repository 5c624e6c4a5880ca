package io.livenessledger.access;

import static io.livenessledger.testkit.Api.RECORDS;
import static io.livenessledger.testkit.Api.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.OwnDatabase;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where purposes are demanded, and are one of a list. */
@LedgerTest
@TestProfile(PurposeRequiredTest.Own.class)
class PurposeRequiredTest {
  /** As a packaged program is, with a list. */
  public static class Own extends OwnDatabase {
    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
      settings.put("ledger.access.purpose", "required");
      settings.put("ledger.access.purposes", "onboarding,complaint");
      return settings;
    }
  }

  private final String id = Bodies.freshId();

  @BeforeEach
  void store() {
    // No purpose: who hands in reads nothing
    Api.submit(id, Bodies.small(id, "new")).then().statusCode(201);
  }

  @Test
  void whoReadsWithoutAPurposeReadsNothing() {
    for (String below : List.of("", "/observations", "/observations/1", "/revisions")) {
      Api.read(id, below)
          .then()
          .statusCode(400)
          .body("type", equalTo("https://livenessledger.io/problems/purpose-required"));
    }
    as("viewer").get(RECORDS).then().statusCode(400);
    as("auditor").get("/v1/access-events").then().statusCode(400);
    as("auditor").get(RECORDS + "/" + id + "/access-report").then().statusCode(400);
    as("auditor").get("/v1/ledger").then().statusCode(200);
  }

  @Test
  void aPurposeOfTheListIsOne() {
    as("viewer")
        .header("Access-Purpose", "complaint")
        .get(RECORDS + "/" + id)
        .then()
        .statusCode(200);
    as("viewer")
        .header("Access-Purpose", "curiosity")
        .get(RECORDS + "/" + id)
        .then()
        .statusCode(400)
        .body("detail", containsString("onboarding, complaint"));
  }

  @Test
  void whoMayNotIsToldThatFirst() {
    Api.anonymous().get(RECORDS + "/" + id).then().statusCode(401);
    as("viewer").get(RECORDS + "/" + id + "/observations/1/body").then().statusCode(403);
  }
}
