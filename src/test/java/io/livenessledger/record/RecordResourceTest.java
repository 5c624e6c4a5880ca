package io.livenessledger.record;

import static io.livenessledger.testkit.Api.RECORDS;
import static io.livenessledger.testkit.Api.as;
import static io.livenessledger.testkit.Api.read;
import static io.livenessledger.testkit.Api.refresh;
import static io.livenessledger.testkit.Api.submit;
import static org.hamcrest.Matchers.comparesEqualTo;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.Vendor;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

@LedgerTest
class RecordResourceTest {
  private final Vendor vendor = new Vendor();
  private final String id = Bodies.freshId();

  @Test
  void aNestedRecordReadsAsTheContractSays() {
    stored("nested");

    read(id, "")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .header("Cache-Control", "private, no-store")
        .body("id", equalTo(id))
        .body("client", equalTo("client_123456789"))
        .body("appRegistration", equalTo("app_registration_123456789"))
        .body("status", equalTo("completed"))
        .body("live", equalTo(true))
        .body("checks.printedCopy.ran", equalTo(true))
        .body("checks.printedCopy.passed", equalTo(true))
        .body("checks.printedCopy.score", comparesEqualTo(new BigDecimal("0.90")))
        .body("checks.printedCopy.probability", nullValue())
        .body("checks.printedCopy.calibration", equalTo("REGULAR"))
        .body("checks.printedCopy.warnings", equalTo(List.of()))
        .body("checks.digitalManipulation.calibration", nullValue())
        .body("aggregateProbability", nullValue())
        .body("riskScore", comparesEqualTo(new BigDecimal("0.05")))
        .body("confidence", comparesEqualTo(new BigDecimal("0.91")))
        .body("flags.ignoreDocumentCropped", equalTo(false))
        .body("flags.ignoreColourLess", equalTo(false))
        .body("image.saved", equalTo(true))
        .body("vendor.createdAt", equalTo("2024-01-15T10:30:00.000Z"))
        .body("vendor.completedAt", equalTo("2024-01-15T10:32:00.000Z"))
        .body("vendor.signature.dateTime", equalTo("April 11, 2023 12:25 PM"))
        .body("vendor.signature.message", equalTo("Certified by Verifik.co"))
        .body("vendor.family", equalTo("NESTED"))
        .body("freshness.revision", equalTo(1))
        .body("freshness.upstream", equalTo("PRESENT"));
    String text = read(id, "").asString();
    assertTrue(text.contains("\"score\":0.90,"), text);
  }

  @Test
  void aFlatRecordReadsAsTheContractSays() {
    stored("flat-warnings");

    read(id, "")
        .then()
        .body("vendor.family", equalTo("FLAT"))
        .body("status", nullValue())
        .body("vendor.completedAt", nullValue())
        .body("riskScore", nullValue())
        .body("checks.screenReplay.passed", nullValue())
        .body("vendor.signature", nullValue());
  }

  @Test
  void aCheckThatDidNotRunSaysSoBesideItsNumbers() {
    stored("flat-checks-not-run");

    List<Boolean> ran =
        List.of("screenReplay", "printedCopy", "portraitSubstitution", "digitalManipulation")
            .stream()
            .map(check -> read(id, "").jsonPath().getBoolean("checks." + check + ".ran"))
            .toList();

    assertTrue(ran.contains(false), ran.toString());
  }

  @Test
  void theImageAddressIsForImageViewersAlone() {
    stored("nested");

    for (String user : List.of("viewer", "operator", "steward")) {
      String body = as(user).get(RECORDS + "/" + id).asString();
      assertFalse(body.contains("cdn.verifik"), body);
      assertFalse(body.contains("\"url\""), body);
    }
    as("auditor")
        .get(RECORDS + "/" + id)
        .then()
        .body("image.url.startsWith('https')", equalTo(true));
    String page = as("viewer").get(RECORDS + "?pageSize=500").asString();
    assertFalse(page.contains("cdn.verifik"));
    assertFalse(refresh(id).asString().contains("cdn.verifik"));
  }

  @Test
  void theEntityTagHoldsWhileTheContentDoesAndNoLongerWhenItIsGone() {
    vendor.answers(
        id,
        Vendor.ok(Bodies.small(id, "new")),
        Vendor.ok(Bodies.small(id, "new")),
        Vendor.ok(Bodies.small(id, "done")),
        Vendor.absent());
    refresh(id);
    String first = read(id, "").header("ETag");
    refresh(id);
    assertEquals(304, readUnlessTag(first).statusCode());
    assertEquals("", readUnlessTag(first).asString());
    assertEquals(first, readUnlessTag(first).header("ETag"));
    assertEquals(304, readUnlessTag("\"other\", W/" + first).statusCode());
    assertEquals(304, readUnlessTag("*").statusCode());

    refresh(id);
    String second = read(id, "").header("ETag");
    assertNotEquals(first, second);
    assertEquals(200, readUnlessTag(first).statusCode());

    refresh(id);
    assertEquals(200, readUnlessTag(second).statusCode());
  }

  private Response readUnlessTag(String tags) {
    return as("viewer").header("If-None-Match", tags).get(RECORDS + "/" + id);
  }

  @Test
  void aRecordThatWasNeverStoredIsNotFound() {
    read(id, "").then().statusCode(404).body("type", endsWith("/record-not-found"));
  }

  @Test
  void theListIsNewestFirstAndPagesThroughEachRecordOnce() throws SQLException {
    for (int i = 0; i < 5; i++) {
      String one = Bodies.freshId();
      String created = i < 3 ? ",\"createdAt\":\"2025-0" + (i + 1) + "-01T00:00:00Z\"" : "";
      submit(one, "{\"data\":{\"_id\":\"" + one + "\"" + created + "}}");
    }

    List<String> paged = pageThrough();

    List<String> expected =
        Database.rows(
            "select id from record where revision is not null"
                + " order by created_at desc nulls last, id collate \"C\" desc");
    assertEquals(expected, paged);
    assertEquals(paged.size(), new HashSet<>(paged).size());
  }

  @Test
  void aTokenThatIsNoneIsRefused() {
    for (String one : List.of(id, Bodies.freshId())) {
      submit(one, Bodies.small(one, "new")).then().statusCode(201);
    }
    String token = as("viewer").get(RECORDS + "?pageSize=1").path("nextPageToken");

    // What could be read and written by everybody until page tokens were sealed
    String plain =
        "MQpyZWNvcmRzCjIwMjUtMTEtMDdUMDg6MDA6MjkuNjQwWgo2OTBkYTcxZGFhYWFhYWFhYWFhYTAwMDY";
    for (String none : List.of(plain, token + "A", token.substring(1))) {
      as("viewer")
          .queryParam("pageToken", none)
          .get(RECORDS)
          .then()
          .statusCode(400)
          .body("type", endsWith("/invalid-page-token"));
    }
  }

  /** Few rows would be sorted faster; what counts is that the index can give the order. */
  @Test
  void theListIsReadFromItsIndex() throws SQLException {
    String order =
        " from record where revision is not null and created_at is not null and (created_at, id) < (now(), 'x')";
    List<String> plan =
        Database.rows(
            "set enable_seqscan = off; set enable_bitmapscan = off; set enable_sort = off",
            "explain select *" + order + " order by created_at desc, id desc limit 51");

    assertTrue(plan.stream().anyMatch(l -> l.contains("ix_record_created_at_id")), plan.toString());
    assertFalse(plan.stream().anyMatch(l -> l.contains("Sort Key")), plan.toString());
  }

  /** Follows the tokens, and checks that the Link header leads the same way. */
  private static List<String> pageThrough() {
    List<String> ids = new ArrayList<>();
    String token = null;
    do {
      var request = as("viewer").queryParam("pageSize", 2);
      Response page =
          (token == null ? request : request.queryParam("pageToken", token)).get(RECORDS);
      page.then().statusCode(200);
      ids.addAll(page.jsonPath().getList("items.id", String.class));
      token = page.jsonPath().getString("nextPageToken");
      String link = page.header("Link");
      assertEquals(token == null, link == null);
      if (link != null) {
        assertTrue(link.contains("rel=\"next\"") && link.contains(token), link);
      }
    } while (token != null);
    return ids;
  }

  private void stored(String fixture) {
    vendor.answers(id, Vendor.ok(Bodies.of(fixture, id)));
    refresh(id).then().statusCode(201);
  }
}
