package io.livenessledger.refresh;

import static io.livenessledger.testkit.Api.RECORDS;
import static io.livenessledger.testkit.Api.as;
import static io.livenessledger.testkit.Api.read;
import static io.livenessledger.testkit.Api.refresh;
import static org.hamcrest.Matchers.comparesEqualTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.TestClock;
import io.livenessledger.testkit.Vendor;
import io.livenessledger.testkit.VendorResource;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@LedgerTest
class RefreshTest {
  @Inject TestClock clock;

  private final Vendor vendor = new Vendor();
  private final String id = Bodies.freshId();

  @Test
  void theFirstAnswerIsNewAndTheSameAgainUnchanged() {
    vendor.answers(id, Vendor.ok(Bodies.of("nested", id)));

    refresh(id)
        .then()
        .statusCode(201)
        .header("Location", endsWith(RECORDS + "/" + id))
        .body("result", equalTo("NEW"))
        .body("record.id", equalTo(id))
        .body("record.live", equalTo(true))
        .body("record.freshness.state", equalTo("FRESH"))
        .body("observation.number", equalTo(1))
        .body("observation.outcome", equalTo("PRESENT"))
        .body("observation.trigger", equalTo("REFRESH"))
        .body("observation.startsRevision", equalTo(true))
        .body("observation.vendorStatus", equalTo(200))
        .body("observation.caller", equalTo("operator"));
    refresh(id)
        .then()
        .statusCode(200)
        .body("result", equalTo("UNCHANGED"))
        .body("observation.number", equalTo(2))
        .body("observation.revision", equalTo(1))
        .body("observation.startsRevision", equalTo(false));

    assertEquals(2, vendor.requests(id));
    assertEquals(
        List.of("Bearer " + VendorResource.TOKEN, "Bearer " + VendorResource.TOKEN),
        vendor.sent(id, "Authorization"));
    assertEquals(List.of("application/json", "application/json"), vendor.sent(id, "Accept"));
  }

  @Test
  void memberOrderAndSignatureAndShortIdAreNoChange() {
    vendor.answers(
        id,
        Vendor.ok("{\"data\":{\"_id\":\"" + id + "\",\"status\":\"new\",\"riskScore\":0.90}}"),
        Vendor.ok(
            "{\"id\":\"8YISP\",\"signature\":{\"dateTime\":\"x\",\"message\":\"y\"},"
                + "\"data\":{\"riskScore\":0.9,\"status\":\"new\",\"_id\":\""
                + id
                + "\"}}"));

    refresh(id).then().body("result", equalTo("NEW"));
    refresh(id)
        .then()
        .body("result", equalTo("UNCHANGED"))
        .body("record.vendor.signature.dateTime", equalTo("x"));
    assertEquals(1, read(id, "/revisions").jsonPath().getList("items").size());
  }

  @Test
  void anotherContentStartsARevisionAndGoingBackStartsAnother() {
    vendor.answers(
        id,
        Vendor.ok(Bodies.small(id, "processing")),
        Vendor.ok(Bodies.small(id, "completed")),
        Vendor.ok(Bodies.small(id, "processing")));

    refresh(id).then().body("result", equalTo("NEW"));
    refresh(id)
        .then()
        .statusCode(200)
        .body("result", equalTo("CHANGED"))
        .body("record.status", equalTo("completed"))
        .body("observation.revision", equalTo(2));
    refresh(id).then().body("result", equalTo("CHANGED")).body("observation.revision", equalTo(3));
    read(id, "/revisions")
        .then()
        .body("items.number", equalTo(List.of(3, 2, 1)))
        .body("items.startedBy", equalTo(List.of(3, 2, 1)));
  }

  @Test
  void aRecordThatTheVendorNoLongerHasIsGoneAndKeepsItsContent() {
    vendor.answers(
        id,
        Vendor.ok(Bodies.small(id, "completed")),
        Vendor.absent(),
        Vendor.absent(),
        Vendor.ok(Bodies.small(id, "completed")));
    refresh(id);

    refresh(id)
        .then()
        .statusCode(200)
        .body("result", equalTo("GONE"))
        .body("record.status", equalTo("completed"))
        .body("record.freshness.upstream", equalTo("GONE"))
        .body("record.freshness.observation", equalTo(2))
        .body("record.freshness.revision", equalTo(1))
        .body("observation.outcome", equalTo("ABSENT"))
        .body("observation.vendorStatus", equalTo(404))
        .body("observation.revision", nullValue());
    refresh(id).then().body("result", equalTo("GONE")).body("observation.number", equalTo(3));
    read(id, "").then().statusCode(200).body("freshness.upstream", equalTo("GONE"));
    refresh(id)
        .then()
        .body("result", equalTo("RETURNED"))
        .body("record.freshness.upstream", equalTo("PRESENT"))
        .body("observation.revision", equalTo(1))
        .body("observation.startsRevision", equalTo(false));
  }

  @Test
  void anIdThatNobodyKnowsStoresNothing() {
    vendor.answers(id, Vendor.absent());

    refresh(id).then().statusCode(404).body("type", endsWith("/vendor-record-not-found"));

    assertEquals(1, vendor.requests(id));
    read(id, "/observations").then().statusCode(404).body("type", endsWith("/record-not-found"));
  }

  @Test
  void anUnreadableAnswerIsKeptAndTouchesNothing() {
    vendor.answers(id, Vendor.ok(Bodies.small(id, "new")), Vendor.ok("<html>busy</html>"));
    refresh(id);

    refresh(id)
        .then()
        .statusCode(502)
        .body("type", endsWith("/vendor-answer-unreadable"))
        .body("observation", equalTo(2))
        .body("stored.observation", equalTo(1))
        .body("detail", containsString("observation 2"));

    read(id, "").then().body("freshness.observation", equalTo(1));
    read(id, "/observations/2")
        .then()
        .body("outcome", equalTo("UNREADABLE"))
        .body("bodySize", equalTo("<html>busy</html>".length()));
    assertEquals(
        "<html>busy</html>",
        as("auditor").get(RECORDS + "/" + id + "/observations/2/body").asString());
  }

  @Test
  void anIdWithNothingButUnreadableAnswersHasAHistoryAndIsNoRecord() {
    vendor.answers(id, Vendor.ok("[]"), Vendor.ok(Bodies.small(id, "new")));

    refresh(id).then().statusCode(502).body("observation", equalTo(1)).body("stored", nullValue());
    read(id, "").then().statusCode(404).body("type", endsWith("/record-not-found"));
    read(id, "/observations").then().statusCode(200).body("items", hasSize(1));
    refresh(id)
        .then()
        .statusCode(201)
        .body("result", equalTo("NEW"))
        .body("observation.number", equalTo(2))
        .body("observation.revision", equalTo(1));
  }

  @Test
  void anAnswerOverTheLimitIsObservedButNotKept() {
    String body = Bodies.small(id, "x".repeat(1 << 20));
    vendor.answers(id, Vendor.ok(body));

    refresh(id).then().statusCode(502).body("detail", containsString("TOO_LARGE"));

    read(id, "/observations/1")
        .then()
        .body("bodyDigest", nullValue())
        .body("bodySize", nullValue());
    as("auditor")
        .get(RECORDS + "/" + id + "/observations/1/body")
        .then()
        .statusCode(404)
        .body("type", endsWith("/observation-not-found"));
    assertEquals(1, vendor.requests(id));
  }

  @Test
  void decimalsKeepTheVendorsScale() {
    vendor.answers(
        id,
        Vendor.ok(
            "{\"data\":{\"_id\":\""
                + id
                + "\",\"riskScore\":0.050,\"confidence\":0.90,"
                + "\"aggregatedScore\":0.0000001,\"digitalManipulationScore\":-0.12}}"));

    String body = refresh(id).asString();

    assertEquals(true, body.contains("\"riskScore\":0.050,"), body);
    assertEquals(true, body.contains("\"confidence\":0.90,"), body);
    assertEquals(true, body.contains("\"aggregateProbability\":0.0000001,"), body);
    assertEquals(true, body.contains("\"score\":-0.12,"), body);
    assertEquals(body, body.replace("E-", ""));
    read(id, "").then().body("riskScore", comparesEqualTo(new java.math.BigDecimal("0.05")));
    assertEquals(true, read(id, "").asString().contains("\"riskScore\":0.050,"));
  }
}
