package io.livenessledger.access;

import static io.livenessledger.testkit.Api.RECORDS;
import static io.livenessledger.testkit.Api.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.canonical.Digest;
import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.LedgerTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Auditors ask who looked. */
@LedgerTest
class AccessEventQueriesTest {
  private static final String EVENTS = "/v1/access-events";
  private String id;

  @BeforeEach
  void store() {
    id = Bodies.freshId();
    Api.submit(id, Bodies.small(id, "new")).then().statusCode(201);
  }

  @Test
  void eachFilterNarrows() {
    read("viewer", "first");
    read("auditor", "second");
    as("viewer").get(RECORDS + "/" + id + "/observations/1/body").then().statusCode(403);

    assertActions(Map.of(), "READ_BODY", "READ_RECORD", "READ_RECORD", "SUBMIT_OBSERVATION");
    assertActions(Map.of("actor", "viewer"), "READ_BODY", "READ_RECORD");
    assertActions(Map.of("action", "READ_RECORD"), "READ_RECORD", "READ_RECORD");
    assertActions(Map.of("outcome", "DENIED"), "READ_BODY");
    assertActions(Map.of("purpose", "second"), "READ_RECORD");
    assertActions(Map.of("to", "2020-01-01T00:00:00Z"));
    assertActions(Map.of("from", "2020-01-01T00:00:00Z", "actor", "auditor"), "READ_RECORD");
  }

  private void assertActions(Map<String, String> filter, String... expected) {
    assertEquals(
        List.of(expected),
        as("auditor")
            .queryParams(filter)
            .queryParam("record", id)
            .get(EVENTS)
            .then()
            .statusCode(200)
            .extract()
            .path("items.action"));
  }

  @Test
  void aRecordThatAListShowedIsFoundToo() {
    as("viewer").get(RECORDS + "?pageSize=500").then().statusCode(200);

    as("auditor")
        .get(EVENTS + "?action=LIST_RECORDS&record=" + id)
        .then()
        .body("items.recordIds.flatten()", hasItem(id));
  }

  @Test
  void pagesFollowEachOtherWithoutGaps() {
    for (int i = 0; i < 5; i++) {
      read("viewer", "page " + i);
    }
    List<String> purposes = new ArrayList<>();
    String token = null;
    do {
      var call = as("auditor").queryParams("record", id, "action", "READ_RECORD", "pageSize", 2);
      JsonPath page =
          (token == null ? call : call.queryParam("pageToken", token))
              .get(EVENTS)
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      purposes.addAll(page.getList("items.purpose"));
      token = page.getString("nextPageToken");
    } while (token != null);

    assertEquals(List.of("page 4", "page 3", "page 2", "page 1", "page 0"), purposes);
  }

  @Test
  void aTokenOfOneQuestionIsNoneOfAnother() {
    read("viewer", "x");
    String token = as("auditor").get(EVENTS + "?pageSize=1").path("nextPageToken");

    as("auditor")
        .get(EVENTS + "?pageSize=1&actor=viewer&pageToken=" + token)
        .then()
        .statusCode(400)
        .body("type", equalTo("https://livenessledger.io/problems/invalid-page-token"));
  }

  @Test
  void whoAsksForLinesGetsLines() {
    read("viewer", "one");
    read("viewer", "two");

    String lines =
        as("auditor")
            .accept("application/x-ndjson")
            .get(EVENTS + "?pageSize=2&action=READ_RECORD&record=" + id)
            .then()
            .statusCode(200)
            .contentType(startsWith("application/x-ndjson"))
            .header("Link", nullValue())
            .extract()
            .asString();

    List<String> events = lines.lines().toList();
    assertEquals(2, events.size());
    assertEquals("two", new JsonPath(events.get(0)).getString("purpose"));
    assertTrue(lines.endsWith("\n"));
  }

  @Test
  void badQuestionsAreProblems() {
    for (String question :
        List.of(
            "action=LOOK",
            "outcome=MAYBE",
            "from=yesterday",
            "to=2026",
            "from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z",
            "record=a b",
            "who=me")) {
      as("auditor").get(EVENTS + "?" + question).then().statusCode(400);
    }
    as("auditor").get(EVENTS + "/0/proof").then().statusCode(400);
    as("auditor").get(EVENTS + "/999999999999/proof").then().statusCode(404);
  }

  @Test
  void readingTheAuditIsAudited() {
    as("auditor").get(EVENTS + "?record=" + id).then().statusCode(200);

    as("auditor")
        .get(EVENTS + "?action=LIST_ACCESS_EVENTS&pageSize=1")
        .then()
        .body("items[0].filter", equalTo("record=" + id))
        .body("items[0].subject", equalTo("auditor"))
        .body("items[0].resultCount", equalTo(1));
  }

  @Test
  void anEventIsProven() {
    read("viewer", "to be proven");
    JsonPath events = as("auditor").get(EVENTS + "?pageSize=1&record=" + id).jsonPath();
    String proofs = EVENTS + "/" + events.getLong("items[0].number") + "/proof?wait=PT5S";

    JsonPath proof =
        as("auditor")
            .accept("application/json")
            .get(proofs)
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();

    String statement = proof.getString("statement");
    assertEquals("to be proven", new JsonPath(statement).getString("purpose"));
    assertEquals("access-event", new JsonPath(proof.getString("leaf")).getString("kind"));
    assertEquals(
        Digest.sha256(
                Base64.getDecoder().decode(proof.getString("salt")),
                statement.getBytes(StandardCharsets.UTF_8))
            .base64(),
        new JsonPath(proof.getString("leaf")).getString("commitment"));
    as("auditor")
        .accept("text/plain")
        .get(proofs)
        .then()
        .body(startsWith("c2sp.org/tlog-proof@v1"));
    as("auditor")
        .get(EVENTS + "?record=" + id + "&action=READ_RECORD")
        .then()
        .body("items[0].leafIndex", equalTo(proof.getInt("logIndex")));
  }

  @Test
  void theReportNamesPurposesAndNobody() {
    read("viewer", "complaint 4711");
    as("viewer").get(RECORDS + "/" + id + "/observations/1/body").then().statusCode(403);

    ValidatableResponse report =
        as("auditor").get(RECORDS + "/" + id + "/access-report").then().statusCode(200);

    report
        .body("items.action", equalTo(List.of("READ_RECORD", "SUBMIT_OBSERVATION")))
        .body("items[0].purpose", equalTo("complaint 4711"))
        .body("items.category", equalTo(List.of("VIEWER", "OPERATOR")))
        .body("items.at", everyItem(startsWith("20")))
        .body("items[0].size()", equalTo(4))
        .body("items.action", not(hasItem("READ_BODY")));
    assertFalse(report.extract().asString().contains("\"viewer\""));
    as("auditor")
        .get(RECORDS + "/" + Bodies.freshId() + "/access-report")
        .then()
        .statusCode(404)
        .body("type", equalTo("https://livenessledger.io/problems/record-not-found"));
  }

  private void read(String user, String purpose) {
    as(user).header("Access-Purpose", purpose).get(RECORDS + "/" + id).then().statusCode(200);
  }
}
