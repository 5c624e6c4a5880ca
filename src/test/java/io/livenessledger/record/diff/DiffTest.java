package io.livenessledger.record.diff;

import static io.livenessledger.testkit.Api.RECORDS;
import static io.livenessledger.testkit.Api.as;
import static io.livenessledger.testkit.Api.read;
import static io.livenessledger.testkit.Api.refresh;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.flipkart.zjsonpatch.JsonPatch;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.Vendor;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Revisions of the vendor's answers, compared by callers who may see more and less of them. */
@LedgerTest
class DiffTest {
  private static final String PHOTO = "https://cdn.verifik.example/document-liveness/photo-1";
  private static final String OTHER_PHOTO = "https://cdn.verifik.example/document-liveness/photo-2";

  private final Vendor vendor = new Vendor();
  private final String id = Bodies.freshId();

  @Test
  void aChangedScoreIsOneReplacement() throws SQLException {
    answered(Bodies.of("nested", id), Bodies.of("nested", id).replace("0.05", "0.72"));

    JsonNode diff = diff("viewer", 1, 2);

    assertEquals(
        json(
            """
            {"from": 1, "to": 2, "familyChange": null,
             "patch": [{"op": "replace", "path": "/riskScore", "value": 0.72}],
             "changes": [{"path": "/riskScore", "before": 0.05, "after": 0.72, "kind": "REPLACED"}],
             "redacted": []}"""),
        diff);
    assertTurns(1, 2);
  }

  @Test
  void anArrayIsOneChangeAndItsItemsArePatched() throws SQLException {
    answered(
        data("\"screenReplayWarnings\":[\"GLARE\",\"BLUR\"]"),
        data("\"screenReplayWarnings\":[\"DARK\",\"GLARE\",\"BLUR\",\"CROPPED\"]"));

    JsonNode diff = diff("viewer", 1, 2);

    assertEquals(
        json(
            """
            [{"path": "/screenReplayWarnings", "before": ["GLARE", "BLUR"],
              "after": ["DARK", "GLARE", "BLUR", "CROPPED"], "kind": "REPLACED"}]"""),
        diff.get("changes"));
    assertEquals(
        List.of("add", "add"), texts(diff.get("patch"), "op"), "no move, no copy, no replacement");
    assertTurns(1, 2);
    assertTurns(2, 1);
  }

  @Test
  void membersComeAndGoAndNullIsAValue() throws SQLException {
    answered(
        data("\"gone\":{\"deep\":[1]},\"nothing\":null,\"becomesNothing\":1,\"a/b~c\":1"),
        data("\"come\":null,\"nothing\":null,\"becomesNothing\":null,\"a/b~c\":2"));

    assertEquals(
        Stream.of(
                "{'path': '/gone', 'before': {'deep': [1]}, 'kind': 'REMOVED'}",
                "{'path': '/a~1b~0c', 'before': 1, 'after': 2, 'kind': 'REPLACED'}",
                "{'path': '/becomesNothing', 'before': 1, 'after': null, 'kind': 'REPLACED'}",
                "{'path': '/come', 'after': null, 'kind': 'ADDED'}")
            .map(change -> json(change.replace('\'', '"')))
            .toList(),
        items(diff("viewer", 1, 2).get("changes")));
    assertTurns(1, 2);
    assertTurns(2, 1);
  }

  @Test
  void decimalsAreShownToTheLetter() throws SQLException {
    String digits = "3.14159265358979323846264338327950288419716939937510582097494459230781640628";
    String whole = "123456789012345678901234567890123456789";
    answered(
        data("\"a\":0.90,\"b\":1,\"c\":0.1,\"d\":7,\"e\":0.50,\"x\":1"),
        data(
            "\"a\":0.9,\"b\":0.000001,\"c\":"
                + digits
                + ",\"d\":"
                + whole
                + ",\"e\":0.50,\"x\":2"));

    String text = get("viewer", 1, 2).asString();

    for (String shown :
        List.of(
            "\"path\":\"/a\",\"before\":0.90,\"after\":0.9,",
            "\"path\":\"/b\",\"before\":1,\"after\":0.000001,",
            "\"path\":\"/c\",\"before\":0.1,\"after\":" + digits + ",",
            "\"path\":\"/d\",\"before\":7,\"after\":" + whole + ",",
            "\"path\":\"/c\",\"value\":" + digits + "}",
            "\"path\":\"/b\",\"value\":0.000001}")) {
      assertTrue(text.contains(shown), shown + " in " + text);
    }
    assertFalse(text.contains("/e\""), text);
    assertTurns(1, 2);
    assertTurns(2, 1);
  }

  /** PostgreSQL writes exponents out; a thousand digits are more than Jackson reads unasked. */
  @Test
  void numbersAsLongAsTheStoreHoldsAreShown() throws SQLException {
    answered(data("\"n\":1e-1000,\"m\":1"), data("\"n\":1e300,\"m\":2"));

    String text = get("viewer", 1, 2).asString();

    assertTrue(text.contains("0." + "0".repeat(999) + "1"), text);
    assertTrue(text.contains("1" + "0".repeat(300) + ","), text);
    assertTurns(1, 2);
  }

  @Test
  void anotherFamilyIsOneReplacementAndWhatBothSay() throws SQLException {
    answered(
        Bodies.of("nested", id),
        Bodies.of("flat-passed", id).replace("\"isLive\": true", "\"isLive\": false"));

    JsonNode diff = diff("viewer", 1, 2);

    assertEquals(json("{\"before\": \"NESTED\", \"after\": \"FLAT\"}"), diff.get("familyChange"));
    assertEquals(List.of("replace"), texts(diff.get("patch"), "op"));
    assertEquals(List.of(""), texts(diff.get("patch"), "path"));
    assertEquals("0.5210", diff.at("/patch/0/value/aggregatedScore").asText());
    assertEquals("withheld", diff.at("/patch/0/value/imageUrl").asText());
    List<JsonNode> changes = items(diff.get("changes"));
    for (String change :
        List.of(
            "{'path': '/live', 'before': true, 'after': false, 'kind': 'REPLACED'}",
            "{'path': '/riskScore', 'before': 0.05, 'after': null, 'kind': 'REPLACED'}",
            "{'path': '/checks/screenReplay/passed', 'before': true, 'after': null, 'kind': 'REPLACED'}",
            "{'path': '/checks/screenReplay/score', 'before': 0.95, 'after': 0.4201007,"
                + " 'kind': 'REPLACED'}",
            "{'path': '/vendor/completedAt', 'before': '2024-01-15T10:32:00.000Z', 'after': null,"
                + " 'kind': 'REPLACED'}")) {
      assertTrue(changes.contains(json(change.replace('\'', '"'))), change + " in " + changes);
    }
    assertFalse(
        texts(diff.get("changes"), "path").contains("/checks/screenReplay/ran"), "both did");
    assertEquals(json("[\"/imageUrl\"]"), diff.get("redacted"));
    assertTurns(1, 2);
  }

  @Test
  void aRevisionDoesNotDifferFromItself() {
    answered(Bodies.of("nested", id));

    assertEquals(
        json(
            "{\"from\":1,\"to\":1,\"familyChange\":null,\"patch\":[],\"changes\":[],\"redacted\":[]}"),
        diff("viewer", 1, 1));
  }

  @Test
  void theOtherWayRoundIsTheOppositeOfIt() throws SQLException {
    answered(data("\"x\":1.0,\"y\":1"), data("\"x\":2.50"));

    assertEquals(
        json(
            """
            {"from": 2, "to": 1, "familyChange": null,
             "patch": [{"op": "replace", "path": "/x", "value": 1.0},
                       {"op": "add", "path": "/y", "value": 1}],
             "changes": [{"path": "/x", "before": 2.50, "after": 1.0, "kind": "REPLACED"},
                         {"path": "/y", "after": 1, "kind": "ADDED"}],
             "redacted": []}"""),
        diff("viewer", 2, 1));
    assertTurns(2, 1);
  }

  @Test
  void aLongArrayIsReplacedWithAllTheRest() throws SQLException {
    String items = "\"n\":" + Stream.iterate(1, i -> i + 1).limit(2000).toList();
    answered(data(items + ",\"x\":1"), data(items.replace("1999", "0") + ",\"x\":1"));

    JsonNode diff = diff("viewer", 1, 2);

    assertEquals(List.of(""), texts(diff.get("patch"), "path"));
    assertEquals(List.of("/n"), texts(diff.get("changes"), "path"));
    assertTurns(1, 2);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    answered(Bodies.of("nested", id));

    for (String numbers : List.of("1/diff/2", "2/diff/1")) {
      read(id, "/revisions/" + numbers)
          .then()
          .statusCode(404)
          .body("type", endsWith("/not-found"))
          .body("detail", equalTo("The record has no revision 2."));
    }
    read(Bodies.freshId(), "/revisions/1/diff/1")
        .then()
        .statusCode(404)
        .body("type", endsWith("/record-not-found"));
  }

  @ParameterizedTest
  @CsvSource({"0, 1, a", "x, 1, a", "1, -1, b", "1, 1.0, b", "1, 99999999999, b"})
  void whatIsNoNumberIsNamed(String a, String b, String parameter) {
    read(id, "/revisions/" + a + "/diff/" + b)
        .then()
        .statusCode(400)
        .body("type", endsWith("/invalid-parameter"))
        .body("errors[0].parameter", equalTo(parameter));
  }

  @Test
  void thePhotosAddressIsForImageViewersWhereverItStands() throws SQLException {
    answered(
        data("\"imageUrl\":\"" + PHOTO + "\",\"x\":1,\"rawResponse\":{\"same\":\"" + PHOTO + "\"}"),
        data(
            "\"imageUrl\":\"%2$s\",\"x\":2,\"rawResponse\":{\"same\":\"%1$s\",\"list\":[\"%2$s\"],"
                    .formatted(PHOTO, OTHER_PHOTO)
                + "\"text\":\"seen at "
                + PHOTO
                + "\",\"imageUrl\":\"https://elsewhere.example/3\"}"));

    Response withheld = get("viewer", 1, 2);
    JsonNode shown = diff("auditor", 1, 2);

    withheld.then().statusCode(200);
    assertFalse(withheld.asString().contains("photo-"), withheld.asString());
    assertFalse(withheld.asString().contains("elsewhere"), withheld.asString());
    assertEquals(
        Set.of("/imageUrl", "/rawResponse/list/0", "/rawResponse/text", "/rawResponse/imageUrl"),
        items(json(withheld.asString()).get("redacted")).stream()
            .map(JsonNode::asText)
            .collect(Collectors.toSet()));
    assertEquals(json("[]"), shown.get("redacted"));
    assertTrue(texts(shown.get("changes"), "path").contains("/imageUrl"));
    assertTrue(shown.toString().contains(OTHER_PHOTO));
    assertTurns(1, 2);
  }

  @Test
  void personsAreForAuditors() throws SQLException {
    String person =
        "{\"_id\":\"c-1\",\"name\":\"Ejemplo Ficticio\",\"email\":\"nobody@example.com\"}";
    String nameless = "{\"name\":\"Persona Inventada\"}";
    answered(
        data("\"client\":\"c-1\",\"x\":1"),
        data("\"client\":" + person + ",\"x\":2,\"raw\":{\"appRegistration\":" + nameless + "}"));

    Response withheld = get("steward", 1, 2);
    JsonNode diff = json(withheld.asString());

    assertFalse(withheld.asString().contains("Ficticio"), withheld.asString());
    assertFalse(withheld.asString().contains("@example"), withheld.asString());
    assertFalse(withheld.asString().contains("Inventada"), withheld.asString());
    assertEquals(List.of("/x", "/raw"), texts(diff.get("changes"), "path"));
    assertEquals("withheld", diff.at("/changes/1/after/appRegistration").asText());
    assertEquals(json("[\"/client\",\"/raw/appRegistration\"]"), diff.get("redacted"));

    JsonNode shown = diff("auditor", 1, 2);
    assertTrue(shown.toString().contains("nobody@example.com"));
    assertTrue(texts(shown.get("changes"), "path").contains("/client"));
    assertEquals(json("[]"), shown.get("redacted"));
    assertTurns(1, 2);
  }

  @Test
  void whatIsWithheldAndTheSameIsNotNamed() {
    String both = "\"imageUrl\":\"" + PHOTO + "\",\"client\":{\"_id\":\"c-1\",\"name\":\"N\"}";
    answered(data(both + ",\"x\":1"), data(both + ",\"x\":2"));

    assertEquals(json("[]"), diff("viewer", 1, 2).get("redacted"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"viewer", "auditor"})
  void theEventNamesTheRecord(String user) throws SQLException {
    answered(Bodies.of("nested", id));

    get(user, 1, 1).then().statusCode(200).body("redacted", equalTo(List.of()));

    assertEquals(
        List.of("ALLOWED|" + user),
        Database.rows(
            "select outcome, subject from access_event where action = 'DIFF_REVISIONS'"
                + " and record_id = '"
                + id
                + "'"));
  }

  private void answered(String... bodies) {
    vendor.answers(id, Stream.of(bodies).map(Vendor::ok).toArray(ResponseDefinitionBuilder[]::new));
    for (int i = 1; i <= bodies.length; i++) {
      refresh(id).then().body("observation.revision", equalTo(i));
    }
  }

  private String data(String members) {
    return "{\"data\":{\"_id\":\"" + id + "\"," + members + "}}";
  }

  private Response get(String user, int from, int to) {
    return as(user).get(RECORDS + "/" + id + "/revisions/" + from + "/diff/" + to);
  }

  private JsonNode diff(String user, int from, int to) {
    Response answer = get(user, from, to);
    answer.then().statusCode(200);
    return json(answer.asString());
  }

  /** The patch that who sees all is given makes of one revision's data the other's. */
  private void assertTurns(int from, int to) throws SQLException {
    JsonNode patch = diff("auditor", from, to).get("patch");

    assertEquals(stored(to), JsonPatch.apply(patch, stored(from)));
  }

  private JsonNode stored(int revision) throws SQLException {
    return json(
        Database.rows(
                "select data::text from revision where record_id = '%s' and number = %d"
                    .formatted(id, revision))
            .get(0));
  }

  private static JsonNode json(String text) {
    return ExactJson.parse(text);
  }

  private static List<JsonNode> items(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  private static List<String> texts(JsonNode array, String member) {
    return items(array).stream().map(item -> item.get(member).asText()).toList();
  }
}
