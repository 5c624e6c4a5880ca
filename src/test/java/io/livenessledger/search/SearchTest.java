package io.livenessledger.search;

import static io.livenessledger.testkit.Api.RECORDS;
import static io.livenessledger.testkit.Api.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.LedgerTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions as callers ask them; what is found {@link SearchPropertyTest} compares. */
@LedgerTest
class SearchTest {
  private static final String LOOKUP = RECORDS + "/lookup";

  private final String client = Bodies.freshId();

  @Test
  void aTokenBelongsToItsFilterAndItsOrder() {
    stored(3);
    String asked = RECORDS + "?client=" + client;
    String token = as("viewer").get(asked + "&pageSize=1").path("nextPageToken");

    as("viewer").get(asked + "&pageSize=2&pageToken=" + token).then().statusCode(200);
    for (String other : List.of("&live=true", "&sort=createdAt", "&asOf=2026-01-01T00:00:00Z")) {
      as("viewer")
          .get(asked + other + "&pageToken=" + token)
          .then()
          .statusCode(400)
          .body("type", endsWith("/invalid-page-token"));
    }
  }

  @Test
  void theNextPageIsLinked() {
    stored(2);

    Response page = as("viewer").get(RECORDS + "?client=" + client + "&pageSize=1");

    String link = page.header("Link");
    as("viewer")
        .urlEncodingEnabled(false)
        .get(link.substring(1, link.indexOf('>')))
        .then()
        .statusCode(200)
        .header("Link", nullValue())
        .header("Replica-Lag", nullValue())
        .body("items.size()", equalTo(1))
        .body("nextPageToken", nullValue());
  }

  @Test
  void aTokenIsNoneOfAFilterThatLooksAlike() {
    stored(2);
    String asked = RECORDS + "?pageSize=1&client=" + client;
    String token = as("viewer").get(asked + "&client=b").path("nextPageToken");

    as("viewer")
        .get(RECORDS + "?pageSize=1&client=" + client + ", b&pageToken=" + token)
        .then()
        .statusCode(400)
        .body("type", endsWith("/invalid-page-token"));
  }

  /** One date that is far off must not spoil the searches of others. */
  @Test
  void datesThatAreFarOffAreFound() {
    String id = Bodies.freshId();
    String far = "9999-12-31T23:59:59.000Z";
    String members = "\",\"createdAt\":\"" + far + "\",\"completedAt\":\"" + far + "\"";
    Api.submit(id, "{\"data\":{\"_id\":\"" + id + "\",\"client\":\"" + client + members + "}}")
        .then()
        .statusCode(201);

    for (String question :
        List.of(
            "sort=observedAt&completedFrom=2026-01-01T00:00:00Z",
            "sort=observedAt&createdFrom=0001-01-01T00:00:00Z",
            "sort=-createdAt&observedTo=9999-12-31T00:00:00Z",
            "sort=-observedAt&completedTo=9999-12-31T23:59:59.001Z")) {
      as("viewer")
          .get(RECORDS + "?client=" + client + "&" + question)
          .then()
          .statusCode(200)
          .body("items.id", equalTo(List.of(id)));
    }
  }

  @Test
  void itIsCountedWhenAskedFor() {
    stored(3);
    String asked = RECORDS + "?client=" + client + "&pageSize=1";

    as("viewer").get(asked + "&count=exact").then().body("count", equalTo(3));
    as("viewer").get(asked + "&count=estimate").then().body("count", equalTo(3));
    as("viewer").get(asked + "&riskScoreMin=5&count=exact").then().body("count", equalTo(0));
    as("viewer").get(asked + "&riskScoreMin=5&count=estimate").then().statusCode(200);
    as("viewer").get(asked).then().body("count", nullValue());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "live=maybe | live | [true, false, unknown]",
        "family=flat | family | [NESTED, FLAT]",
        "upstream=LOST | upstream | [PRESENT, GONE]",
        "failedCheck=printed | failedCheck | printedCopy",
        "ranCheck=x | ranCheck | screenReplay",
        "calibration=HARD | calibration | screenReplay:HARD",
        "calibration=screenReplay: | calibration | screenReplay:HARD",
        "riskScoreMin=high | riskScoreMin | decimal",
        "riskScoreMin=1e9 | riskScoreMin | decimal",
        "riskScoreMin=2&riskScoreMax=1 | riskScoreMax | riskScoreMin",
        "createdFrom=yesterday | createdFrom | RFC 3339",
        "createdFrom=2026-01-02T00:00:00Z&createdTo=2026-01-01T00:00:00Z | createdTo | after",
        "completedFrom=2026-01-01T00:00:00Z&completedTo=2026-01-01T00:00:00Z | completedTo | after",
        "observedFrom=2026-01-02T00:00:00Z&observedBefore=2026-01-01T00:00:00Z | observedBefore | after",
        "changed=yes | changed | [true, false]",
        "asOf=2999-01-01T00:00:00Z | asOf | future",
        "sort=client | sort | -observedAt",
        "sort=createdAt&sort=riskScore | sort | more than once",
        "count=roughly | count | [exact, estimate, none]",
        "status= | status | empty",
        "warning=a%00b | warning | NUL",
        "pageSize=501 | pageSize | 500",
        "Live=true | Live | unknown"
      })
  void aWrongQuestionIsRefused(String query, String parameter, String said) {
    as("viewer")
        .urlEncodingEnabled(false)
        .get(RECORDS + "?" + query)
        .then()
        .statusCode(400)
        .body("type", endsWith("/invalid-parameter"))
        .body("errors[0].parameter", equalTo(parameter))
        .body("errors[0].detail", containsString(said));
  }

  @Test
  void manyAreLookedUpAtOnceInTheOrderAskedFor() throws SQLException {
    List<String> ids = stored(3);
    String missing = Bodies.freshId();
    List<String> asked = new ArrayList<>(ids);
    Collections.reverse(asked);
    asked.add(1, missing);
    asked.add(asked.get(0));

    Response found = lookedUp(Map.of("ids", asked));

    found.then().statusCode(200).body("missing", equalTo(List.of(missing)));
    Collections.reverse(ids);
    assertEquals(ids, found.path("found.id"));
    assertEquals(
        List.of("ALLOWED|3"),
        Database.rows(
            "select outcome, cardinality(record_ids) from access_event where action = 'LOOK_UP_RECORDS'"
                + " and record_ids @> array['"
                + ids.get(0)
                + "']"));
  }

  @Test
  void aLookupHasOneToFiveHundredIds() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      ids.add(Bodies.freshId());
    }
    lookedUp(Map.of("ids", ids)).then().statusCode(200).body("missing.size()", equalTo(500));
    ids.add(Bodies.freshId());
    for (Object wrong :
        List.of(
            Map.of("ids", ids), Map.of("ids", List.of()), Map.of(), Map.of("id", "x"), List.of())) {
      lookedUp(wrong).then().statusCode(400).body("type", endsWith("/invalid-parameter"));
    }
    lookedUp(Map.of("ids", List.of("good", "no good")))
        .then()
        .statusCode(400)
        .body("errors[0].parameter", equalTo("ids/1"));
    as("viewer")
        .contentType("application/json")
        .body("{\"ids\":[")
        .post(LOOKUP)
        .then()
        .statusCode(400)
        .body("type", endsWith("/invalid-parameter"));
    as("viewer").contentType("application/json").post(LOOKUP).then().statusCode(400);
  }

  private static Response lookedUp(Object body) {
    return as("viewer").contentType("application/json").body(body).post(LOOKUP);
  }

  private List<String> stored(int records) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < records; i++) {
      String id = Bodies.freshId();
      String body =
          "{\"data\":{\"_id\":\"" + id + "\",\"client\":\"" + client + "\",\"isLive\":true}}";
      Api.submit(id, body).then().statusCode(201);
      ids.add(id);
    }
    return ids;
  }
}
