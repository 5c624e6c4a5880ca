package io.livenessledger.record.change;

import static io.livenessledger.record.change.Following.CHANGES;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.OwnDatabase;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Those who wait for changes, a page long or on a stream. */
@LedgerTest
@TestProfile(ChangeStreamTest.Impatient.class)
class ChangeStreamTest {
  private static final String STREAM = "Accept: text/event-stream";

  /** Short enough to be seen. */
  public static class Impatient extends OwnDatabase {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("ledger.changes.heartbeat", "PT0.5S", "ledger.changes.longest-stream", "PT10S");
    }
  }

  @Inject Arrivals arrivals;

  @Test
  void aPageThatWaitsComesWithTheFirstChange() {
    String before = Following.end();
    CompletableFuture<Response> page =
        CompletableFuture.supplyAsync(
            () -> Api.as("viewer").get(CHANGES + "?wait=PT30S&after=" + before));
    awaitWaiting(1);
    assertFalse(page.isDone());

    String id = stored();

    JsonPath answer = page.join().then().statusCode(200).extract().jsonPath();
    assertEquals(List.of(id), answer.getList("items.recordId"));
    assertTrue(page.join().time() < Api.patience().toMillis());
  }

  @Test
  void aPageThatWaitedInVainIsEmptyAndSaysWhereToGoOn() {
    String before = Following.end();

    Response page = Api.as("viewer").get(CHANGES + "?wait=PT1S&after=" + before);

    assertEquals(List.of(), page.path("items"));
    assertEquals(before, page.path("next"));
    assertTrue(page.time() >= 1000, () -> page.time() + " ms");
  }

  @Test
  void whoHangsUpIsForgotten() throws IOException {
    String before = Following.end();
    EventSource page = new EventSource(CHANGES + "?wait=PT30S&after=" + before);
    EventSource stream = new EventSource(CHANGES + "?after=" + before, STREAM);
    awaitWaiting(2);

    page.close();
    stream.close();

    awaitWaiting(0);
  }

  @Test
  void aStreamSendsWhatIsThereAndThenWhatComes() throws IOException {
    String before = Following.end();
    String there = stored();
    Following.end();
    try (EventSource stream = new EventSource(CHANGES + "?after=" + before, STREAM)) {
      stream.lines("data: ", 1);
      String comes = stored();
      List<String> data = stream.lines("data: ", 2);

      List<Map<String, Object>> items = new Following(before, 50).toTheEnd();
      assertEquals(List.of(there, comes), items.stream().map(i -> i.get("recordId")).toList());
      for (int i = 0; i < 2; i++) {
        assertEquals(items.get(i), new JsonPath(data.get(i).substring(6)).getMap(""));
        assertEquals("id: " + items.get(i).get("cursor"), stream.lines("id: ").get(i));
      }
      assertEquals(List.of("event: change", "event: change"), stream.lines("event: "));
      assertTrue(stream.lines("Content-Type:").get(0).endsWith("text/event-stream"));
      assertEquals(1, stream.lines("retry: 1000").size());
    }
  }

  @Test
  void aStreamGoesOnBehindTheLastEventThatWasReceived() throws IOException {
    String before = Following.end();
    List<String> ids = List.of(stored(), stored(), stored());
    Following.end();
    String first = new Following(before, 50).toTheEnd().get(0).get("cursor").toString();

    try (EventSource stream =
        new EventSource(CHANGES + "?after=" + before, STREAM, "Last-Event-ID: " + first)) {
      List<String> data = stream.lines("data: ", 2);
      stream.lines(":", 1);

      assertEquals(
          ids.subList(1, 3),
          data.stream().map(d -> new JsonPath(d.substring(6)).getString("recordId")).toList());
      assertEquals(2, stream.lines("data: ").size());
    }
  }

  @Test
  void aStreamIsNeverSilentForLongAndEndsInTime() throws IOException {
    try (EventSource stream = new EventSource(CHANGES + "?after=" + Following.end(), STREAM)) {
      stream.lines(":", 3);
      await().atMost(Api.patience()).until(stream::hasEnded);

      assertEquals(List.of(), stream.lines("data: "));
    }
    awaitWaiting(0);
  }

  @Test
  void whatAStreamSendsIsCommittedBatchByBatch() throws IOException, SQLException {
    String before = Following.end();
    List<String> ids = List.of(stored(), stored(), stored());
    Following.end();
    String request = UUID.randomUUID().toString();
    try (EventSource stream =
        new EventSource(
            CHANGES + "?pageSize=2&after=" + before, STREAM, "X-Request-Id: " + request)) {
      stream.lines("data: ", 3);

      assertEquals(
          List.of(
              "ALLOWED|[]|null",
              "ALLOWED|[\"" + ids.get(0) + "\", \"" + ids.get(1) + "\"]|2",
              "ALLOWED|[\"" + ids.get(2) + "\"]|1"),
          Database.rows(
              "select outcome, s ->> 'recordIds', s ->> 'resultCount'"
                  + " from (select *, convert_from(statement, 'UTF8')::jsonb as s from access_event) e"
                  + " where s ->> 'requestId' = '"
                  + request
                  + "' order by entry"));
    }
  }

  /** Fail closed: the event cannot be written, so nothing is sent and the connection is lost. */
  @Test
  void whatCannotBeAuditedIsNotSent() throws IOException, SQLException {
    String before = Following.end();
    try (EventSource stream = new EventSource(CHANGES + "?after=" + before, STREAM)) {
      stream.lines("retry", 1);
      awaitWaiting(1);
      Database.execute("revoke insert on access_event from liveness_app");
      try {
        Database.execute(
            "insert into record_change_leaf (leaf_index, entry)"
                + " select (select max(leaf_index) from ledger_leaf), min(entry) from record_change");
        await().atMost(Api.patience()).until(() -> arrivals.waiting() == 0);
        await().atMost(Api.patience()).until(() -> !stream.isOpen());
      } finally {
        Database.execute("grant insert on access_event to liveness_app");
      }
      assertEquals(List.of(), stream.lines("data: "));
      assertFalse(stream.hasEnded());
    }
  }

  @Test
  void whatIsNoQuestionIsRefused() {
    Api.as("viewer")
        .header("Accept", "text/event-stream")
        .header("Last-Event-ID", "17")
        .get(CHANGES)
        .then()
        .statusCode(400)
        .body("type", endsWith("/invalid-page-token"));
    Api.as("viewer")
        .header("Accept", "text/event-stream")
        .get(CHANGES + "?wait=PT1S")
        .then()
        .statusCode(400)
        .body("type", endsWith("/invalid-parameter"));
  }

  private void awaitWaiting(int number) {
    await().atMost(Api.patience()).until(() -> arrivals.waiting() == number);
  }

  private static String stored() {
    String id = Bodies.freshId();
    Api.submit(id, Bodies.small(id, "new")).then().statusCode(201);
    return id;
  }
}
