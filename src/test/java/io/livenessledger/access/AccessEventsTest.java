package io.livenessledger.access;

import static io.livenessledger.testkit.Api.RECORDS;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.LedgerTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every call leaves one event, which says who did what and how it ended. */
@LedgerTest
class AccessEventsTest {
  private final String request = UUID.randomUUID().toString();

  @Test
  void aReadLeavesOneEventThatSaysAllOfIt() throws SQLException {
    String id = stored();

    as("viewer")
        .header("Access-Purpose", "complaint 4711")
        .header("User-Agent", "analyst/1.0")
        .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
        .get(RECORDS + "/" + id)
        .then()
        .statusCode(200);

    JsonPath event = event();
    assertEquals("access-event", event.getString("kind"));
    assertEquals("READ_RECORD", event.getString("action"));
    assertEquals("ALLOWED", event.getString("outcome"));
    assertEquals("viewer", event.getString("subject"));
    assertEquals(List.of("viewer"), event.getList("roles"));
    assertEquals(List.of(id), event.getList("recordIds"));
    assertEquals("complaint 4711", event.getString("purpose"));
    assertEquals("127.0.0.1", event.getString("sourceAddress"));
    assertEquals("analyst/1.0", event.getString("userAgent"));
    assertEquals(request, event.getString("requestId"));
    assertEquals("4bf92f3577b34da6a3ce929d0e0e4736", event.getString("traceId"));
  }

  @Test
  void whatACallerSaysOfItsAddressIsNotBelieved() throws SQLException {
    as("viewer")
        .header("X-Forwarded-For", "192.0.2.1")
        .header("Forwarded", "for=192.0.2.1")
        .get(RECORDS)
        .then()
        .statusCode(200);

    assertEquals("127.0.0.1", event().getString("sourceAddress"));
  }

  @Test
  void anUnchangedRecordIsAnEventToo() throws SQLException {
    String id = stored();
    String tag = Api.read(id, "").header("ETag");

    as("viewer").header("If-None-Match", tag).get(RECORDS + "/" + id).then().statusCode(304);

    assertEquals("ALLOWED", event().getString("outcome"));
  }

  @Test
  void aHeadIsAnEventToo() throws SQLException {
    String id = stored();

    as("viewer").head(RECORDS + "/" + id).then().statusCode(200);

    assertEquals("READ_RECORD", event().getString("action"));
  }

  @Test
  void aListNamesWhatItShowed() throws SQLException {
    String first = stored();
    String second = stored();

    List<String> shown =
        as("viewer").get(RECORDS + "?pageSize=2").then().statusCode(200).extract().path("items.id");

    JsonPath event = event();
    assertEquals("LIST_RECORDS", event.getString("action"));
    assertEquals("pageSize=2", event.getString("filter"));
    assertEquals(2, event.getInt("resultCount"));
    assertEquals(shown, event.getList("recordIds"), first + second);
    assertEquals(
        List.of(String.join(",", shown)),
        Database.rows(
            "select array_to_string(record_ids, ',') from access_event order by entry desc"
                + " limit 1"));
  }

  @Test
  void whoMayNotIsAnEvent() throws SQLException {
    String id = stored();

    as("viewer").get(RECORDS + "/" + id + "/observations/1/body").then().statusCode(403);

    JsonPath event = event();
    assertEquals("READ_BODY", event.getString("action"));
    assertEquals("DENIED", event.getString("outcome"));
    assertEquals("forbidden", event.getString("problem"));
    assertEquals("viewer", event.getString("subject"));
    assertEquals(1, event.getInt("observation"));
  }

  @Test
  void nobodyIsAnEvent() throws SQLException {
    numbered(Api.anonymous()).get(RECORDS + "/x").then().statusCode(401);

    JsonPath event = event();
    assertEquals("DENIED", event.getString("outcome"));
    assertEquals("unauthenticated", event.getString("problem"));
    assertEquals(null, event.getString("subject"));
    assertEquals(List.of("x"), event.getList("recordIds"));
  }

  @Test
  void whoIsRefusedHadAPurposeToo() throws SQLException {
    as("viewer")
        .header("Access-Purpose", "complaint 4711")
        .get(RECORDS + "/x/observations/1/body")
        .then()
        .statusCode(403);

    assertEquals("DENIED", event().getString("outcome"));
    assertEquals("complaint 4711", event().getString("purpose"));
  }

  @Test
  void ofNobodysQueryTheBeginningIsKept() throws SQLException {
    numbered(Api.anonymous()).get(RECORDS + "?q=" + "x".repeat(4000)).then().statusCode(401);

    assertEquals("q=" + "x".repeat(510), event().getString("filter"));
  }

  @Test
  void wrongCredentialsAreAnEventOfNobody() throws SQLException {
    numbered(Api.anonymous().auth().preemptive().basic("viewer", "guessed"))
        .get(RECORDS + "/x")
        .then()
        .statusCode(401);

    assertEquals("DENIED", event().getString("outcome"));
    assertEquals(null, event().getString("subject"));
  }

  @Test
  void whatIsNotThereIsAnEvent() throws SQLException {
    String id = Bodies.freshId();

    as("viewer").get(RECORDS + "/" + id).then().statusCode(404);

    assertEquals("NOT_FOUND", event().getString("outcome"));
    assertEquals("record-not-found", event().getString("problem"));
  }

  @Test
  void badParametersAreAnEvent() throws SQLException {
    as("viewer").get(RECORDS + "?pageSize=0").then().statusCode(400);

    assertEquals("FAILED", event().getString("outcome"));
    assertEquals("invalid-parameter", event().getString("problem"));
  }

  @Test
  void aSubmissionIsOneEventWrittenWithItsObservation() throws SQLException {
    String id = Bodies.freshId();

    as("operator")
        .contentType("application/json")
        .body(Bodies.small(id, "new"))
        .post(RECORDS + "/" + id + "/observations")
        .then()
        .statusCode(201);

    assertEquals("SUBMIT_OBSERVATION", event().getString("action"));
    assertEquals(
        List.of("t"),
        Database.rows(
            "select a.xmin = o.xmin from access_event a join observation o using (record_id)"
                + " where record_id = '"
                + id
                + "'"));
  }

  @Test
  void aPurposeIsPrintableAndNotTooLong() throws SQLException {
    for (String purpose : List.of("", " ", "x".repeat(201), "tab\there")) {
      as("viewer")
          .header("Access-Purpose", purpose)
          .get(RECORDS)
          .then()
          .statusCode(400)
          .body("errors[0].parameter", equalTo("Access-Purpose"));
    }
    as("viewer").header("Access-Purpose", "x".repeat(200)).get(RECORDS).then().statusCode(200);
  }

  /** The one event of this test's request. */
  private JsonPath event() throws SQLException {
    List<Map.Entry<String, String>> events =
        Database.rows(
                "select entry, convert_from(statement, 'UTF8') from access_event"
                    + " where convert_from(statement, 'UTF8')::jsonb ->> 'requestId' = '"
                    + request
                    + "'")
            .stream()
            .map(row -> Map.entry(row.split("\\|", 2)[0], row.split("\\|", 2)[1]))
            .toList();
    assertEquals(1, events.size(), "events of the request");
    String entry = events.get(0).getKey();
    assertEquals(
        List.of("1"), Database.rows("select count(*) from ledger_entry where id = " + entry));
    return new JsonPath(events.get(0).getValue());
  }

  private RequestSpecification as(String user) {
    return numbered(Api.as(user));
  }

  private RequestSpecification numbered(RequestSpecification call) {
    return call.header("X-Request-Id", request);
  }

  private static String stored() {
    String id = Bodies.freshId();
    Api.submit(id, Bodies.small(id, "new")).then().statusCode(201);
    return id;
  }
}
