package io.livenessledger.security;

import static io.livenessledger.testkit.Api.RECORDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.Endpoint;
import io.livenessledger.testkit.IssuerResource;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.Log;
import io.livenessledger.testkit.ReceiverResource;
import io.livenessledger.testkit.Tokens;
import io.livenessledger.testkit.Vendor;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Callers whose tokens name other clients see nothing of each other's records. */
@LedgerTest
@QuarkusTestResource(value = IssuerResource.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = ReceiverResource.class, restrictToAnnotatedClass = true)
@TestProfile(OidcTest.Own.class)
class TwoWorldsTest {
  @ConfigProperty(name = "quarkus.oidc.auth-server-url")
  String issuer;

  private final Vendor vendor = new Vendor();
  private Tokens tokens;
  private String mine;
  private String theirs;

  @BeforeEach
  void storeOneRecordEach() {
    tokens = new Tokens(issuer);
    mine = stored("client-a");
    theirs = stored("client-b");
  }

  static List<Endpoint> everyEndpointOfARecord() {
    return Endpoint.all().stream().filter(endpoint -> endpoint.path().contains("{id}")).toList();
  }

  @ParameterizedTest
  @MethodSource("everyEndpointOfARecord")
  void everyEndpointAnswersAsIfOthersWereNeverStored(Endpoint endpoint) {
    Response hidden = endpoint.call(only("client-a"), theirs, "1");
    Response absent = endpoint.call(only("client-a"), Bodies.freshId(), "1");

    assertEquals(404, hidden.statusCode());
    assertEquals(absent.path("type").toString(), hidden.path("type"));
    assertEquals(absent.path("detail").toString(), hidden.path("detail"));
    if (endpoint.method().equals("GET")) {
      int shown = endpoint.call(only("client-b"), theirs, "1").statusCode();
      assertTrue(shown == 200 || shown == 202, "shown, or proven in a moment: " + shown);
    }
  }

  @Test
  void aCallThatIsSentAgainShowsNoMoreThanItsCallerMaySeeNow() {
    vendor.answers(theirs, Vendor.ok(body(theirs, "client-b")));
    String path = RECORDS + "/" + theirs + "/refresh";
    RequestSpecification before = only("client-a", "client-b").header("Idempotency-Key", theirs);
    assertEquals(200, before.post(path).statusCode());

    Response again = only("client-a").header("Idempotency-Key", theirs).post(path);
    Response absent = only("client-a").post(RECORDS + "/" + Bodies.freshId() + "/refresh");

    assertEquals(absent.path("detail").toString(), again.path("detail"));
    assertEquals(404, again.statusCode());
  }

  /** A new one that shows records, or names them, needs a test here. */
  @Test
  void whatIsNotAboutOneRecordIsTestedHereOrShowsNone() {
    assertEquals(
        Set.of(
            // listsAreDisjoint, pagesGoOnWithinOnesOwnWorld
            "GET " + RECORDS,
            // questionsAboutManyStayWithinOnesOwnWorld
            "POST " + RECORDS + "/lookup",
            "GET " + RECORDS + "/statistics",
            "GET /v1/exports/document-liveness",
            // changesAreThoseOfOnesOwnWorld
            "GET /v1/changes",
            // theAuditShowsWhoReadOnesOwnRecords
            "GET /v1/access-events",
            "GET /v1/access-events/{number}/proof",
            // backfillsAreForThoseWhoSeeAll
            "POST /v1/backfills",
            "GET /v1/backfills",
            "GET /v1/backfills/{backfill}",
            "GET /v1/backfills/{backfill}/records",
            "DELETE /v1/backfills/{backfill}",
            // webhooksAreThoseOfOnesOwnWorld
            "GET /v1/webhooks",
            "GET /v1/webhooks/{name}",
            "GET /v1/webhooks/{name}/deliveries",
            "POST /v1/webhooks/{name}/replay",
            "POST /v1/webhooks/{name}/pause",
            "POST /v1/webhooks/{name}/resume",
            // show none
            "GET /v1/audit/about",
            "GET /v1/ledger",
            "POST /v1/ledger/check",
            "GET /v1/ledger/check/{number}",
            "GET /log/checkpoint",
            "GET /log/consistency",
            "GET /log/tile/{place}",
            "GET /log/vkey"),
        Endpoint.all().stream()
            .filter(endpoint -> !endpoint.path().contains("{id}"))
            .map(Endpoint::toString)
            .collect(Collectors.toSet()));
  }

  @Test
  void backfillsAreForThoseWhoSeeAll() {
    List<Endpoint> backfills =
        Endpoint.all().stream().filter(e -> e.path().startsWith("/v1/backfills")).toList();

    assertEquals(5, backfills.size());
    for (Endpoint endpoint : backfills) {
      assertEquals(
          403, endpoint.call(only("client-a"), mine, "1").statusCode(), endpoint::toString);
    }
  }

  @Test
  void listsAreDisjoint() {
    List<String> a = ids(only("client-a"));
    List<String> b = ids(only("client-b"));

    assertTrue(a.contains(mine) && !a.contains(theirs));
    assertTrue(b.contains(theirs) && !b.contains(mine));
    assertTrue(ids(only("client-a", "client-b")).containsAll(Set.of(mine, theirs)));
    assertEquals(List.of(), ids(as(Map.of("ledger.viewer.clients", List.of()))));
    assertEquals(List.of(), ids(as(Map.of("ledger.viewer.clients", 7))));
    assertEquals(a, ids(as(nested("client-a"))));
  }

  @Test
  void pagesGoOnWithinOnesOwnWorld() {
    stored("client-a");
    String token = only("client-a").get(RECORDS + "?pageSize=1").path("nextPageToken");

    Response next = only("client-a").get(RECORDS + "?pageSize=500&pageToken=" + token);

    assertFalse(next.jsonPath().getList("items.id").contains(theirs));
    assertTrue(next.jsonPath().getList("items.client").stream().allMatch("client-a"::equals));
  }

  @Test
  void questionsAboutManyStayWithinOnesOwnWorld() {
    only("client-a")
        .contentType("application/json")
        .body(Map.of("ids", List.of(mine, theirs)))
        .post(RECORDS + "/lookup")
        .then()
        .body("found.id", equalTo(List.of(mine)))
        .body("missing", equalTo(List.of(theirs)));
    for (String asked : List.of("", "?client=client-b&client=client-a", "?riskScoreMax=9")) {
      only("client-a")
          .get(RECORDS + "/statistics" + asked)
          .then()
          .body("client.value", everyItem(equalTo("client-a")));
    }
    only("client-a").get(RECORDS + "?client=client-b&count=exact").then().body("count", equalTo(0));
    String export = only("client-a").get("/v1/exports/document-liveness").asString();
    assertTrue(export.contains(mine) && !export.contains(theirs));
    assertFalse(export.contains("client-b"));
    assertTrue(export.contains("\"clients\":[\"client-a\"]"), "it says that it is not of all");
  }

  @Test
  void changesAreThoseOfOnesOwnWorld() {
    String handedOver = stored("client-a");
    Api.submit(handedOver, body(handedOver, "client-b")).then().statusCode(201);
    Log.published();

    List<String> a = changed(only("client-a"));
    List<String> b = changed(only("client-b"));

    assertTrue(a.contains(mine) && !a.contains(theirs) && !a.contains(handedOver), a::toString);
    assertTrue(b.contains(theirs) && !b.contains(mine), b::toString);
    assertEquals(2, b.stream().filter(handedOver::equals).count());
    assertEquals(List.of(), changed(only("client-c")));
  }

  @Test
  void webhooksAreThoseOfOnesOwnWorld() {
    String mine = "/v1/webhooks/" + ReceiverResource.ONE_CLIENT;
    await()
        .atMost(Api.patience())
        .until(() -> only("client-a", "client-c").get(mine).statusCode() == 200);
    assertEquals(
        List.of(ReceiverResource.ONE_CLIENT),
        only("client-a").get("/v1/webhooks").jsonPath().getList("items.name"));
    assertEquals(List.of(), only("client-b").get("/v1/webhooks").jsonPath().getList("items"));

    for (Endpoint endpoint : Endpoint.all()) {
      if (endpoint.path().contains("{name}")) {
        assertEquals(404, endpoint.call(only("client-b"), "", "1").statusCode());
      }
    }
  }

  private static List<String> changed(RequestSpecification caller) {
    return caller.get("/v1/changes?pageSize=500").jsonPath().getList("items.recordId");
  }

  /** It was one's own, and is not any more: nothing of it is shown, not even what it was. */
  @Test
  void aRecordOfNobodyIsShownToWhoMaySeeAllAlone() {
    String id = Bodies.freshId();
    Api.submit(id, "{\"data\":{\"_id\":\"" + id + "\"}}").then().statusCode(201);

    for (Object clients : List.of("client-a", List.of("client-a"), 7)) {
      as(Map.of("ledger.viewer.clients", clients)).get(RECORDS + "/" + id).then().statusCode(404);
    }
    Api.as("viewer").get(RECORDS + "/" + id).then().statusCode(200);
  }

  /** The planner's guess would be made of everybody's records. */
  @Test
  void anEstimateIsOfOnesOwnWorld() {
    String id = Bodies.freshId();
    String others = body(id, "client-b").replace("}}", ",\"appRegistration\":\"app-b\"}}");
    Api.submit(id, others).then().statusCode(201);

    only("client-a")
        .get(RECORDS + "?appRegistration=app-b&count=estimate")
        .then()
        .body("count", equalTo(0));
  }

  @Test
  void whatWasHandedToOthersIsHiddenAsItWasThen() {
    String id = Bodies.freshId();
    vendor.answers(id, Vendor.ok(body(id, "client-a")), Vendor.ok(body(id, "client-b")));
    String then =
        only("client-a").post(RECORDS + "/" + id + "/refresh").path("observation.storedAt");
    Api.refresh(id).then().statusCode(200);

    assertFalse(ids(only("client-a")).contains(id));
    for (String caller : List.of("client-a", "client-b")) {
      only(caller).get(RECORDS + "/" + id + "?asOf=" + then).then().statusCode(404);
      List<String> known =
          only(caller).get(RECORDS + "?pageSize=500&asOf=" + then).jsonPath().getList("items.id");
      assertFalse(known.contains(id));
      String export = only(caller).get("/v1/exports/document-liveness?asOf=" + then).asString();
      assertFalse(export.contains(id));
    }
    only("client-a", "client-b").get(RECORDS + "/" + id + "?asOf=" + then).then().statusCode(200);
  }

  @Test
  void aRefreshOfOthersRecordsAsksNobody() {
    vendor.answers(theirs, Vendor.ok(body(theirs, "client-b")));

    only("client-a")
        .post(RECORDS + "/" + theirs + "/refresh")
        .then()
        .statusCode(404)
        .body("type", equalTo("https://livenessledger.io/problems/vendor-record-not-found"));
    assertEquals(0, vendor.requests(theirs));
  }

  @Test
  void aRefreshThatTurnsOutToBeOthersSaysNothing() {
    String fresh = Bodies.freshId();
    vendor.answers(fresh, Vendor.ok(body(fresh, "client-b")));

    only("client-a").post(RECORDS + "/" + fresh + "/refresh").then().statusCode(404);
    only("client-b").get(RECORDS + "/" + fresh).then().statusCode(200);
  }

  @Test
  void nothingIsSubmittedToOthersRecords() {
    only("client-a")
        .contentType("application/json")
        .body(body(theirs, "client-a"))
        .post(RECORDS + "/" + theirs + "/observations")
        .then()
        .statusCode(404);

    only("client-b").get(RECORDS + "/" + theirs).then().body("client", equalTo("client-b"));
  }

  @Test
  void aSubmissionOfOthersRecordsStoresNothing() throws SQLException {
    String fresh = Bodies.freshId();

    only("client-a")
        .contentType("application/json")
        .body(body(fresh, "client-b"))
        .post(RECORDS + "/" + fresh + "/observations")
        .then()
        .statusCode(404)
        .body("type", equalTo("https://livenessledger.io/problems/record-not-found"));

    assertEquals(0, observations(fresh));
    assertEquals(
        List.of("NOT_FOUND"),
        Database.rows("select outcome from access_event where record_id = '" + fresh + "'"));
  }

  @Test
  void onesOwnRecordIsNotHandedToOthers() throws SQLException {
    only("client-a")
        .contentType("application/json")
        .body(body(mine, "client-b"))
        .post(RECORDS + "/" + mine + "/observations")
        .then()
        .statusCode(404);

    assertEquals(1, observations(mine));
    only("client-a").get(RECORDS + "/" + mine).then().statusCode(200);
  }

  private static int observations(String id) throws SQLException {
    return Database.rows("select from observation where record_id = '" + id + "'").size();
  }

  @Test
  void theAuditShowsWhoReadOnesOwnRecords() {
    only("client-b").get(RECORDS + "/" + theirs).then().statusCode(200);
    only("client-a").get(RECORDS + "/" + mine).then().statusCode(200);
    only("client-a", "client-b").get(RECORDS + "?pageSize=500").then().statusCode(200);

    List<List<String>> seen =
        only("client-a")
            .get("/v1/access-events?pageSize=500")
            .jsonPath()
            .getList("items.recordIds");

    assertTrue(seen.contains(List.of(mine)));
    assertFalse(seen.stream().anyMatch(ids -> ids.contains(theirs)));
    assertFalse(seen.stream().anyMatch(List::isEmpty));
    String theirEvent =
        Api.as("auditor").get("/v1/access-events?record=" + theirs).path("items[0].number") + "";
    only("client-a").get("/v1/access-events/" + theirEvent + "/proof").then().statusCode(404);
  }

  private static List<String> ids(RequestSpecification caller) {
    return caller.get(RECORDS + "?pageSize=500").jsonPath().getList("items.id");
  }

  private RequestSpecification only(String... clients) {
    return as(Map.of("ledger.viewer.clients", List.of(clients)));
  }

  private static Map<String, Object> nested(String client) {
    return Map.of("ledger", Map.of("viewer", Map.of("clients", List.of(client))));
  }

  private RequestSpecification as(Map<String, Object> limits) {
    Map<String, Object> claims = tokens.claims("operator", "auditor");
    claims.putAll(limits);
    return Api.anonymous().header("Authorization", "Bearer " + tokens.sign(claims));
  }

  private static String stored(String client) {
    String id = Bodies.freshId();
    Api.submit(id, body(id, client)).then().statusCode(201);
    return id;
  }

  private static String body(String id, String client) {
    return "{\"data\":{\"_id\":\"" + id + "\",\"client\":\"" + client + "\"}}";
  }
}
