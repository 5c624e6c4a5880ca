package io.livenessledger;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Collector;
import io.livenessledger.testkit.Packaged;
import io.livenessledger.testkit.TestDatabase;
import io.livenessledger.testkit.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log of the packaged program, as whoever collects it reads it. */
class PackagedLogIT {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  @TempDir Path directory;

  @Test
  void everyLineIsAnObjectThatNamesItsRequest() throws Exception {
    try (Packaged program = Packaged.start(directory, settings())) {
      JsonNode failure = failure(program, "request-of-this-test");

      assertEquals("WARN", failure.get("level").asText());
      assertTrue(failure.get("timestamp").asText().endsWith("Z"), failure.toString());
      assertEquals("request-of-this-test", failure.at("/mdc/requestId").asText());
      assertFalse(failure.get("mdc").has("traceId"), "traces are off");
      assertFalse(program.output().contains("record-of-this-test"), program.output());
      assertFalse(program.output().contains("subject-1"), program.output());
    }
  }

  @Test
  void onceTracesAreOnItNamesTheTraceToo() throws Exception {
    try (Collector collector = new Collector()) {
      Map<String, String> settings = settings();
      settings.putAll(collector.start());
      try (Packaged program = Packaged.start(directory, settings)) {
        JsonNode failure = failure(program, "request-of-this-test");

        assertEquals("request-of-this-test", failure.at("/mdc/requestId").asText());
        assertEquals(TRACE, failure.at("/mdc/traceId").asText());
        assertEquals(16, failure.at("/mdc/spanId").asText().length());
        await().atMost(Api.patience()).until(() -> collector.received().contains("/refresh"));
      }
    }
  }

  @Test
  void whoWantsTextGetsText() throws Exception {
    Map<String, String> settings = settings();
    settings.put("quarkus.log.console.json.enabled", "false");
    try (Packaged program = Packaged.start(directory, settings)) {
      program.url();
      assertFalse(program.log().lines().anyMatch(line -> line.startsWith("{")));
    }
  }

  /** Of a vendor that nobody can reach. */
  private static Map<String, String> settings() {
    Map<String, String> settings = Packaged.settings(TestDatabase.fresh("log"));
    settings.put("quarkus.rest-client.verifik.url", "http://127.0.0.1:1");
    return settings;
  }

  /** The line that says why a refresh failed. */
  private static JsonNode failure(Packaged program, String requestId) {
    Tokens tokens = Packaged.tokens();
    given()
        .baseUri(program.url())
        .auth()
        .oauth2(tokens.sign(tokens.claims("operator")))
        .header("X-Request-Id", requestId)
        .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
        .post("/v1/document-liveness/record-of-this-test/refresh")
        .then()
        .statusCode(503);
    return await()
        .atMost(Api.patience())
        .until(
            () -> lines(program).stream().filter(PackagedLogIT::isFailure).findFirst().orElse(null),
            line -> line != null);
  }

  private static boolean isFailure(JsonNode line) {
    return line.get("message").asText().startsWith("vendor-unavailable");
  }

  private static List<JsonNode> lines(Packaged program) throws IOException {
    return program.log().lines().map(PackagedLogIT::parsed).toList();
  }

  private static JsonNode parsed(String line) {
    try {
      return new ObjectMapper().readTree(line);
    } catch (IOException notJson) {
      throw new UncheckedIOException(line, notJson);
    }
  }
}
