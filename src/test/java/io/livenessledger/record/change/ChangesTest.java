package io.livenessledger.record.change;

import static io.livenessledger.record.change.Following.CHANGES;
import static io.livenessledger.record.change.Following.told;
import static io.livenessledger.testkit.Vendor.absent;
import static io.livenessledger.testkit.Vendor.ok;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.Log;
import io.livenessledger.testkit.Vendor;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is a change, what is not, and how it is told. */
@LedgerTest
class ChangesTest {
  private final Vendor vendor = new Vendor();
  private final String id = Bodies.freshId();

  @Test
  void newChangedGoneAndReturnedAreToldInTheirOrder() {
    String before = Following.end();
    vendor.answers(
        id,
        ok(Bodies.small(id, "new")),
        ok(Bodies.small(id, "completed")),
        absent(),
        ok(Bodies.small(id, "completed")),
        absent(),
        ok(Bodies.small(id, "failed")));
    refresh(6);

    assertEquals(
        List.of(
            id + " NEW 1 1",
            id + " CHANGED 2 2",
            id + " GONE 2 3",
            id + " RETURNED 2 4",
            id + " GONE 2 5",
            id + " RETURNED 3 6"),
        told(new Following(before, 2).published()));
  }

  @Test
  void whatConfirmsAndWhatCannotBeReadIsNoChange() {
    String before = Following.end();
    vendor.answers(
        id,
        ok("not even JSON"),
        ok(Bodies.small(id, "new")),
        ok(Bodies.small(id, "new")),
        ok("{}"),
        absent(),
        absent(),
        ok("{}"),
        ok(Bodies.small(id, "new")));
    refresh(8);

    assertEquals(
        List.of(id + " NEW 1 2", id + " GONE 1 5", id + " RETURNED 1 8"),
        told(new Following(before, 50).published()));
  }

  /** Whoever had it from the vendor earlier cannot bring it back. */
  @Test
  void whatIsHandedInOfAGoneRecordChangesItAndDoesNotReturnIt() {
    String before = Following.end();
    Api.submit(id, Bodies.small(id, "new")).then().statusCode(201);
    vendor.answers(id, absent());
    refresh(1);
    Api.submit(id, Bodies.small(id, "failed")).then().statusCode(201);
    refresh(1);

    assertEquals(
        List.of(id + " NEW 1 1", id + " GONE 1 2", id + " CHANGED 2 3"),
        told(new Following(before, 50).published()));
  }

  @Test
  void anItemLeadsToTheRecordAndHoldsNothingOfIt() throws SQLException {
    String before = Following.end();
    vendor.answers(id, ok(Bodies.of("nested", id)), ok(Bodies.small(id, "new")));
    refresh(2);

    List<Map<String, Object>> items = new Following(before, 50).published();

    Map<String, Object> item = items.get(1);
    assertEquals(
        Set.of(
            "cursor",
            "leafIndex",
            "recordId",
            "change",
            "revision",
            "observation",
            "observedAt",
            "storedAt",
            "links"),
        item.keySet());
    String record = Api.RECORDS + "/" + id;
    assertEquals(
        Map.of(
            "record", record,
            "observation", record + "/observations/2",
            "diff", record + "/revisions/1/diff/2"),
        item.get("links"));
    ((Map<?, ?>) item.get("links"))
        .values()
        .forEach(link -> Api.as("viewer").get(link.toString()).then().statusCode(200));
    assertNull(((Map<?, ?>) items.get(0).get("links")).get("diff"));
    assertEquals(Api.read(id, "/observations/2").path("storedAt").toString(), item.get("storedAt"));
    assertEquals(
        List.of(item.get("leafIndex").toString()),
        Database.rows(
            "select leaf_index from ledger_leaf join observation_statement using (entry)"
                + " where observation = 2 and record_id = '"
                + id
                + "'"));
  }

  @Test
  void aCursorIsGoodForEverAndStandsBehindItsItem() {
    String before = Following.end();
    vendor.answers(id, ok(Bodies.small(id, "new")), ok(Bodies.small(id, "failed")));
    refresh(2);
    List<Map<String, Object>> both = new Following(before, 50).published();

    String first = both.get(0).get("cursor").toString();
    String second = both.get(1).get("cursor").toString();

    assertEquals(both.subList(1, 2), new Following(first, 50).toTheEnd());
    assertEquals(List.of(), new Following(second, 50).toTheEnd());
    Api.as("viewer").get(CHANGES + "?after=" + second).then().body("next", equalTo(second));
    assertNotEquals(first, second);
  }

  @ParameterizedTest
  @CsvSource({
    "after=AQAAAAAAAAA, invalid-page-token",
    "after=AAAAAAAAAAAA, invalid-page-token",
    "after=AX__________, invalid-page-token",
    "after=Af__________, invalid-page-token",
    "after=AQAAAAAAAAAA%3D, invalid-page-token",
    "after=17, invalid-page-token",
    "after=, invalid-parameter",
    "pageSize=0, invalid-parameter",
    "pageSize=501, invalid-parameter",
    "wait=PT31S, invalid-parameter",
    "wait=-PT1S, invalid-parameter",
    "wait=30, invalid-parameter",
    "pageToken=x, invalid-parameter"
  })
  void whatIsNoQuestionIsRefused(String query, String code) {
    Api.as("viewer")
        .get(CHANGES + "?" + query)
        .then()
        .statusCode(400)
        .body("type", endsWith("/" + code));
  }

  @Test
  void everyPageIsAnEventThatNamesItsRecords() throws SQLException {
    String before = Following.end();
    vendor.answers(id, ok(Bodies.small(id, "new")), absent());
    refresh(2);
    Log.published();
    String request = UUID.randomUUID().toString();

    Api.as("viewer")
        .header("X-Request-Id", request)
        .header("Access-Purpose", "monthly review")
        .get(CHANGES + "?after=" + before)
        .then()
        .statusCode(200);

    assertEquals(
        List.of("FOLLOW_CHANGES|ALLOWED|viewer|monthly review|[\"" + id + "\"]|2"),
        Database.rows(
            "select action, outcome, subject, purpose, s ->> 'recordIds', s ->> 'resultCount'"
                + " from (select *, convert_from(statement, 'UTF8')::jsonb as s from access_event) e"
                + " where s ->> 'requestId' = '"
                + request
                + "'"));
  }

  private void refresh(int times) {
    for (int i = 0; i < times; i++) {
      Api.refresh(id);
    }
  }
}
