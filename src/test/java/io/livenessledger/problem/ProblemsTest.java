package io.livenessledger.problem;

import static io.livenessledger.testkit.Api.RECORDS;
import static io.livenessledger.testkit.Api.anonymous;
import static io.livenessledger.testkit.Api.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.testkit.LedgerTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong before any of our code is reached comes out in the same form. */
@LedgerTest
class ProblemsTest {
  @Test
  void anAddressWithoutARoute() {
    for (String path : List.of("/", "/nowhere", "/v1", RECORDS + "/a/b/c", "/v2/x")) {
      problem(as("viewer").get(path), 404, "not-found");
    }
  }

  @Test
  void aMethodThatTheAddressDoesNotHave() {
    problem(as("viewer").delete(RECORDS + "/a"), 405, "method-not-allowed");
    problem(as("operator").put(RECORDS + "/a/refresh"), 405, "method-not-allowed");
  }

  @Test
  void aMediaTypeThatIsNotServed() {
    problem(as("viewer").accept("text/html").get(RECORDS + "/a"), 406, "not-acceptable");
  }

  @Test
  void aMediaTypeThatIsNotTaken() {
    problem(
        as("operator").contentType("text/xml").body("<a/>").post(RECORDS + "/a/observations"),
        415,
        "unsupported-media-type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a%20b", "a.b", "%C3%A9", "a%2Fb", "%00", "'--"})
  void anIdThatIsNone(String id) {
    problem(
        as("viewer").urlEncodingEnabled(false).get(RECORDS + "/" + id), 400, "invalid-record-id");
  }

  @Test
  void anIdThatIsTooLong() {
    problem(as("viewer").get(RECORDS + "/" + "a".repeat(129)), 400, "invalid-record-id");
    problem(as("viewer").get(RECORDS + "/" + "a".repeat(128)), 404, "record-not-found");
  }

  @ParameterizedTest
  @ValueSource(ints = {8200, 20_000})
  void anAddressThatIsTooLong(int length) {
    problem(as("viewer").get(RECORDS + "/" + "a".repeat(length)), 414, "uri-too-long");
  }

  @Test
  void parametersThatNobodyKnowsAreRefusedByName() {
    as("viewer")
        .queryParam("pagesize", 1)
        .get(RECORDS)
        .then()
        .statusCode(400)
        .body("errors.parameter", equalTo(List.of("pagesize")))
        .body("errors[0].detail", containsString("pageSize, pageToken"));
    problem(as("viewer").get(RECORDS + "/a?x=1"), 400, "invalid-parameter");
    problem(as("viewer").get(RECORDS + "?pageSize=1&pageSize=2"), 400, "invalid-parameter");
    problem(as("viewer").get(RECORDS + "?pageSize="), 400, "invalid-parameter");
  }

  @Test
  void nobodyAndWrongCredentials() {
    problem(anonymous().get(RECORDS), 401, "unauthenticated")
        .then()
        .header("WWW-Authenticate", equalTo("basic realm=\"liveness-ledger\""));
    problem(
        anonymous().auth().preemptive().basic("viewer", "wrong").get(RECORDS),
        401,
        "unauthenticated");
    problem(anonymous().header("Authorization", "Basic !!!").get(RECORDS), 401, "unauthenticated");
  }

  @Test
  void aRoleThatIsMissing() {
    problem(as("viewer").post(RECORDS + "/a/refresh"), 403, "forbidden");
  }

  @Test
  void aSaneRequestIdIsKept() {
    problem(as("viewer").header("X-Request-Id", "abc-1.2_3").get("/nowhere"), 404, "not-found")
        .then()
        .header("X-Request-Id", equalTo("abc-1.2_3"))
        .body("instance", equalTo("abc-1.2_3"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a\"b", "<x>", "é", "\"", "${jndi}"})
  void anotherRequestIdIsReplaced(String id) {
    as("viewer")
        .header("X-Request-Id", id)
        .get(RECORDS)
        .then()
        .statusCode(200)
        .header("X-Request-Id", not(equalTo(id)))
        .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
  }

  @Test
  void anOversizedBodyIsRefusedAlsoWhenItsLengthIsNotDeclared() throws IOException {
    try (Socket socket = new Socket("localhost", RestAssured.port)) {
      var out = socket.getOutputStream();
      out.write(
          String.join(
                  "\r\n",
                  "POST " + RECORDS + "/a/observations HTTP/1.1",
                  "Host: localhost",
                  "Authorization: Basic b3BlcmF0b3I6b3BlcmF0b3I=",
                  "Content-Type: application/json",
                  "Transfer-Encoding: chunked",
                  "Connection: close",
                  "",
                  "")
              .getBytes(StandardCharsets.US_ASCII));
      byte[] chunk =
          ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
      for (int i = 0; i < 20; i++) {
        out.write(chunk);
      }
      out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      out.flush();
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
      assertTrue(answer.contains("/body-too-large"), answer);
    }
  }

  @Test
  void everyCodeOfTheContractHasItsStatus() {
    assertEquals(30, ProblemCode.values().length);
    assertEquals("record-not-found", ProblemCode.RECORD_NOT_FOUND.code());
    assertEquals(
        "https://livenessledger.io/problems/vendor-timeout", ProblemCode.VENDOR_TIMEOUT.type());
  }

  private static Response problem(Response answer, int status, String code) {
    answer
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .header("Cache-Control", "private, no-store")
        .header("X-Request-Id", notNullValue())
        .body("type", equalTo("https://livenessledger.io/problems/" + code))
        .body("title", notNullValue())
        .body("detail", notNullValue())
        .body("status", equalTo(status))
        .body("instance", equalTo(answer.header("X-Request-Id")));
    return answer;
  }
}
