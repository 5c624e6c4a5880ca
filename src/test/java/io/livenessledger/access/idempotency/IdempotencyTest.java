package io.livenessledger.access.idempotency;

import static io.livenessledger.testkit.Api.RECORDS;
import static io.livenessledger.testkit.Api.as;
import static io.livenessledger.testkit.Api.refresh;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.HeldAnswer;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.OwnDatabase;
import io.livenessledger.testkit.TestClock;
import io.livenessledger.testkit.Vendor;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@LedgerTest
@TestProfile(IdempotencyTest.TwoOperators.class)
class IdempotencyTest {
  private static final String HEADER = "Idempotency-Key";
  private static final String REPLAYED = "Idempotency-Replayed";

  private final Vendor vendor = new Vendor();
  private final String id = Bodies.freshId();
  private final String key = UUID.randomUUID().toString();

  @Inject TestClock clock;

  @Test
  void aRefreshThatIsSentAgainHasTheSameOutcomeAndCallsNobody() throws SQLException {
    vendor.answers(id, Vendor.ok(Bodies.small(id, "new")), Vendor.ok(Bodies.small(id, "done")));
    keyed(key, "").then().statusCode(201).header(REPLAYED, nullValue());
    refresh(id).then().statusCode(200).body("result", equalTo("CHANGED"));

    for (String same : List.of(key, '"' + key + '"')) {
      keyed(same, "")
          .then()
          .statusCode(201)
          .header(REPLAYED, "true")
          .header("Location", endsWith("/" + id))
          .body("result", equalTo("NEW"))
          .body("observation.number", equalTo(1))
          .body("record.status", equalTo("new"));
    }

    assertEquals(2, vendor.requests(id));
    assertEquals(2, count("observation", "record_id = '" + id + "'"));
    assertEquals(
        4, count("access_event", "record_id = '" + id + "' and action = 'REFRESH_RECORD'"));
  }

  @Test
  void whatWasAnsweredFromTheStoreIsToo() {
    vendor.answers(id, Vendor.ok(Bodies.small(id, "new")), Vendor.status(500, "{}"));
    refresh(id);
    keyed(key, "?onError=stored").then().body("record.freshness.state", equalTo("STALE"));
    int calls = vendor.requests(id);

    keyed(key, "?onError=stored")
        .then()
        .statusCode(200)
        .header(REPLAYED, "true")
        .body("result", equalTo("UNCHANGED"))
        .body("record.freshness.state", equalTo("STALE"))
        .body("observation.number", equalTo(1));
    assertEquals(calls, vendor.requests(id));
  }

  @Test
  void aSubmissionThatIsSentAgainHasTheSameOutcome() {
    String body = Bodies.small(id, "new");
    submitted(body).then().statusCode(201).header(REPLAYED, nullValue());

    submitted(body)
        .then()
        .statusCode(201)
        .header(REPLAYED, "true")
        .header("Location", endsWith("/observations/1"))
        .body("result", equalTo("NEW"));
    submitted(Bodies.small(id, "done"))
        .then()
        .statusCode(422)
        .body("type", endsWith("/idempotency-key-reused"));
  }

  @Test
  void aKeyIsForOneRequest() {
    known();
    keyed(key, "").then().statusCode(201);

    keyed(key, "?ifOlderThan=PT1H").then().statusCode(422);
    String other = Bodies.freshId();
    as("operator")
        .header(HEADER, key)
        .post(RECORDS + "/" + other + "/refresh")
        .then()
        .statusCode(422);
    assertEquals(1, vendor.requests(id));
    assertEquals(0, vendor.requests(other));
  }

  @Test
  void anotherCallersKeyIsAnotherKey() {
    known();
    keyed(key, "").then().statusCode(201);

    as("second")
        .header(HEADER, key)
        .post(RECORDS + "/" + id + "/refresh")
        .then()
        .statusCode(200)
        .header(REPLAYED, nullValue());
    assertEquals(2, vendor.requests(id));
  }

  @Test
  void whoComesWhileTheFirstIsUnderWayIsToldToComeAgain() throws Exception {
    try (HeldAnswer held = new HeldAnswer(200, Bodies.small(id, "new"))) {
      vendor.answers(id, held.definition());
      var first = CompletableFuture.supplyAsync(() -> keyed(key, ""));
      await().atMost(Api.patience()).until(held::isAskedFor);

      keyed(key, "")
          .then()
          .statusCode(409)
          .header("Retry-After", "1")
          .body("type", endsWith("/conflict"));
      // Past the term, if nobody renewed it
      await()
          .during(Duration.ofSeconds(7))
          .atMost(Api.patience())
          .until(() -> keyed(key, "").statusCode() == 409);
      held.release();

      first.get().then().statusCode(201);
      keyed(key, "").then().statusCode(201).header(REPLAYED, "true");
      assertEquals(1, held.asked());
    }
  }

  @Test
  void ofCallersAtOnceOneIsTheFirst() {
    known();
    List<Integer> statuses =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> keyed(key, "").statusCode()))
            .limit(8)
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertTrue(statuses.contains(201), statuses.toString());
    assertTrue(List.of(201, 409).containsAll(statuses), statuses.toString());
    assertEquals(1, vendor.requests(id));
  }

  @Test
  void aKeyWhoseReplicaDiedIsFreeAfterSeconds() throws SQLException {
    known();
    Database.execute(
        "insert into idempotency_key (caller, key, fingerprint, token, under_way_until, kept_until)"
            + " values ('operator', '"
            + key
            + "', sha256('x'), 'dead', clock_timestamp() + interval '2 seconds', now() + '1 day')");

    keyed(key, "").then().statusCode(422);
    await().atMost(Api.patience()).until(() -> keyed(key, "").statusCode() == 201);
  }

  @Test
  void aFailureDoesNotTakeTheKey() throws SQLException {
    vendor.answers(id, Vendor.status(400, "{}"), Vendor.ok("<html>"), Vendor.ok(small()));

    keyed(key, "").then().statusCode(502);
    assertEquals(0, count("idempotency_key", "key = '" + key + "'"));
    keyed(key, "").then().statusCode(502).body("type", endsWith("/vendor-answer-unreadable"));
    keyed(key, "").then().statusCode(201).header(REPLAYED, nullValue());
  }

  @Test
  void aKeyIsKnownForADay() throws SQLException {
    known();
    keyed(key, "").then().statusCode(201);
    clock.advance(Duration.ofHours(24).minusMinutes(1));
    keyed(key, "").then().header(REPLAYED, "true");
    clock.advance(Duration.ofMinutes(1));

    keyed(key, "").then().statusCode(200).header(REPLAYED, nullValue());
    assertEquals(2, vendor.requests(id));
    clock.advance(Duration.ofHours(25));
    keyed(UUID.randomUUID().toString(), "").then().statusCode(200);
    assertEquals(0, count("idempotency_key", "key = '" + key + "'"));
  }

  @Test
  void whatAnotherReplicaKeptIsToldByAll() throws SQLException {
    known();
    keyed("\"a b\\\"\\\\\"", "").then().statusCode(201);
    Database.execute("update idempotency_key set key = '" + key + "' where key = 'a b\"\\'");

    keyed(key, "").then().statusCode(201).header(REPLAYED, "true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"\"", "\"a", "a b", "a,b", "\"a\";b=1", "\"a\\b\"", "a\tb", "é"})
  void whatIsNoKeyIsRefused(String value) {
    keyed(value, "")
        .then()
        .statusCode(400)
        .body("type", endsWith("/invalid-parameter"))
        .body("errors.parameter", equalTo(List.of(HEADER)));
  }

  @Test
  void oneKeyOfTwoHundredAndFiftyFiveIsOne() {
    known();
    keyed("k".repeat(256), "").then().statusCode(400);
    keyed("k".repeat(255), "").then().statusCode(201);
    as("operator")
        .header(HEADER, "a", "b")
        .post(RECORDS + "/" + id + "/refresh")
        .then()
        .statusCode(400);
  }

  @Test
  void whoMayNotAskIsNotToldWhatOthersWere() {
    as("viewer").header(HEADER, key).post(RECORDS + "/" + id + "/refresh").then().statusCode(403);
  }

  private Response keyed(String value, String query) {
    return as("operator").header(HEADER, value).post(RECORDS + "/" + id + "/refresh" + query);
  }

  private Response submitted(String body) {
    return as("operator")
        .header(HEADER, key)
        .contentType("application/json")
        .body(body)
        .post(RECORDS + "/" + id + "/observations");
  }

  private void known() {
    vendor.answers(id, Vendor.ok(small()));
  }

  private String small() {
    return Bodies.small(id, "new");
  }

  private static int count(String table, String where) throws SQLException {
    return Integer.parseInt(
        Database.rows("select count(*) from " + table + " where " + where).get(0));
  }

  public static class TwoOperators extends OwnDatabase {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "ledger.vendor.timeout", "PT30S", // an answer is held past the term of a key
          "quarkus.security.users.embedded.users.second", "second",
          "quarkus.security.users.embedded.roles.second", "operator");
    }
  }
}
