package io.livenessledger.problem;

import static io.livenessledger.testkit.Api.RECORDS;
import static io.livenessledger.testkit.Api.as;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.OwnDatabase;
import io.livenessledger.testkit.Vendor;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow;
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
      settings.put("ledger.http.head-timeout", "PT1S");
      settings.put("ledger.http.body-timeout", "PT1S");
      return settings;
    }
  }

  /** In milliseconds. */
  private static final int PATIENCE = 1000;

  /** Its answer has no body, so the connection can be used again. */
  private static final String BEGUN = "HEAD /log/vkey HTTP/1.1\r\nHost: localhost\r\nX-Slow: ";

  private static final Flow.Subscription NOTHING_COMES =
      new Flow.Subscription() {
        @Override
        public void request(long bytes) {}

        @Override
        public void cancel() {}
      };

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
  void headersThatAreTooLargeAreAProblem() {
    as("viewer").header("X-Large", "x".repeat(15_000)).get(RECORDS).then().statusCode(200);
    for (int length : List.of(16_384, 30_000, 60_000)) {
      as("viewer")
          .header("X-Large", "x".repeat(length))
          .get(RECORDS)
          .then()
          .statusCode(431)
          .contentType("application/problem+json")
          .body("type", equalTo("https://livenessledger.io/problems/headers-too-large"))
          .body("detail", equalTo("At most 16384 characters in all headers."));
    }
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

  @Test
  void aHeadThatDripsLosesItsConnection() throws IOException {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      send(socket, BEGUN);

      assertEquals(-1, drip(socket), "closed without an answer");
    }
  }

  @Test
  void aLaterHeadMustNotDripEither() throws IOException {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      send(socket, BEGUN + "no\r\n\r\n");
      assertEquals("HTTP/1.1 200 OK", statusLine(socket));
      send(socket, BEGUN);

      assertEquals(-1, drip(socket), "closed without an answer");
    }
  }

  @Test
  void aConnectionThatRestsBetweenRequestsIsKept() throws IOException {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      for (int i = 0; i < 3; i++) {
        send(socket, BEGUN + "no\r\n\r\n");
        assertEquals("HTTP/1.1 200 OK", statusLine(socket));

        socket.setSoTimeout(2 * PATIENCE);
        assertThrows(SocketTimeoutException.class, () -> socket.getInputStream().read());
      }
    }
  }

  @Test
  void anAnswerThatTakesLongIsWaitedFor() throws IOException {
    String id = Bodies.freshId();
    new Vendor().answers(id, Vendor.ok(Bodies.small(id, "new")).withFixedDelay(3 * PATIENCE));
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      send(
          socket,
          String.join(
              "\r\n",
              "POST /v1/document-liveness/" + id + "/refresh HTTP/1.1",
              "Host: localhost",
              "Authorization: Basic b3BlcmF0b3I6b3BlcmF0b3I=",
              "Content-Length: 0",
              "",
              ""));

      // After three tries of a second each
      assertEquals("HTTP/1.1 504 Gateway Timeout", statusLine(socket));
    }
  }

  @Test
  void ofHttp2TooOnlyABodyThatDripsLosesItsConnection() throws Exception {
    String id = Bodies.freshId();
    new Vendor().answers(id, Vendor.ok(Bodies.small(id, "new")).withFixedDelay(3 * PATIENCE));
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest slow = http2(RECORDS + "/" + id + "/refresh").POST(BodyPublishers.noBody()).build();
    HttpRequest dripping =
        http2(RECORDS + "/" + id + "/observations")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.fromPublisher(reader -> reader.onSubscribe(NOTHING_COMES)))
            .build();

    // The first one asks for HTTP/2 by HTTP/1.1, and is not like those after it
    client.send(http2("/log/vkey").build(), BodyHandlers.discarding());
    HttpResponse<Void> answer = client.send(slow, BodyHandlers.discarding());
    assertEquals(HttpClient.Version.HTTP_2, answer.version());
    assertEquals(504, answer.statusCode());
    IOException closed =
        assertThrows(IOException.class, () -> client.send(dripping, BodyHandlers.discarding()));
    assertFalse(closed instanceof HttpTimeoutException, closed.toString());
  }

  private HttpRequest.Builder http2(String path) {
    return HttpRequest.newBuilder(server.resolve(path))
        .timeout(Api.patience())
        .header("Authorization", "Basic b3BlcmF0b3I6b3BlcmF0b3I=");
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(US_ASCII));
  }

  /** Sends a byte whenever nothing came for a moment; what comes at last, -1 for the end. */
  private static int drip(Socket socket) throws IOException {
    socket.setSoTimeout(PATIENCE / 10);
    for (int i = 0; i < 100; i++) {
      try {
        send(socket, "x");
        return socket.getInputStream().read();
      } catch (SocketTimeoutException stillOpen) {
        // so the next byte
      } catch (SocketException closed) {
        return -1; // while the byte was under way
      }
    }
    return fail("The connection is still open");
  }

  /** Reads an answer that has no body. */
  private static String statusLine(Socket socket) throws IOException {
    socket.setSoTimeout((int) Api.patience().toMillis());
    StringBuilder head = new StringBuilder();
    int next;
    while (head.indexOf("\r\n\r\n") < 0 && (next = socket.getInputStream().read()) >= 0) {
      head.append((char) next);
    }
    return head.toString().lines().findFirst().orElse("closed without an answer");
  }
}
