package io.livenessledger.problem;

import static io.livenessledger.testkit.Api.RECORDS;
import static io.livenessledger.testkit.Api.as;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.OwnDatabase;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What strangers may try at the door. */
@LedgerTest
@TestProfile(HardeningTest.Own.class)
class HardeningTest {
  /** A program with little patience. */
  public static class Own extends OwnDatabase {
    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
      settings.put("ledger.http.body-timeout", "PT1S");
      return settings;
    }
  }

  @TestHTTPResource("")
  URI server;

  @Test
  void everyAnswerSaysThatItIsNoPage() {
    as("viewer")
        .get(RECORDS)
        .then()
        .header("X-Content-Type-Options", equalTo("nosniff"))
        .header("Content-Security-Policy", equalTo("default-src 'none'; frame-ancestors 'none'"))
        .header("Referrer-Policy", equalTo("no-referrer"))
        .header("Strict-Transport-Security", equalTo("max-age=31536000"))
        .header("Cache-Control", equalTo("private, no-store"));
    Api.anonymous().get(RECORDS).then().header("X-Content-Type-Options", equalTo("nosniff"));
  }

  @Test
  void pagesOfOtherOriginsGetNothing() {
    as("viewer")
        .header("Origin", "https://elsewhere.example")
        .get(RECORDS)
        .then()
        .header("Access-Control-Allow-Origin", nullValue());
    as("viewer")
        .header("Origin", "https://elsewhere.example")
        .header("Access-Control-Request-Method", "GET")
        .options(RECORDS)
        .then()
        .header("Access-Control-Allow-Origin", nullValue());
  }

  @Test
  void tooManyHeadersAreAProblem() {
    RequestSpecification call = as("viewer");
    for (int i = 0; i < 120; i++) {
      call.header("X-" + i, "1");
    }

    call.get(RECORDS)
        .then()
        .statusCode(431)
        .contentType("application/problem+json")
        .body("type", equalTo("https://livenessledger.io/problems/headers-too-large"));
  }

  @Test
  void aBodyThatDripsLosesItsConnection() throws IOException {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout((int) Duration.ofSeconds(15).toMillis());
      socket
          .getOutputStream()
          .write(
              String.join(
                      "\r\n",
                      "POST /v1/document-liveness/x/observations HTTP/1.1",
                      "Host: localhost",
                      "Authorization: Basic b3BlcmF0b3I6b3BlcmF0b3I=",
                      "Content-Type: application/json",
                      "Content-Length: 100",
                      "",
                      "{")
                  .getBytes(US_ASCII));

      assertEquals(-1, socket.getInputStream().read(), "closed without an answer");
    }
  }
}
