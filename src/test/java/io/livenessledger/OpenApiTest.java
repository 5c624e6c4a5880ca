package io.livenessledger;

import static io.livenessledger.testkit.Api.anonymous;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.livenessledger.testkit.LedgerTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The committed copies of the OpenAPI document, which packaged programs serve, are what the code
 * says. After a change of the interface, {@code ./mvnw test -Dtest=OpenApiTest
 * -Dopenapi.write=true} writes the copies anew.
 */
@LedgerTest
class OpenApiTest {
  @ParameterizedTest
  @ValueSource(strings = {"yaml", "json"})
  void theCommittedCopyIsWhatTheCodeSays(String format) throws IOException {
    Path copy = Path.of("docs", "openapi." + format);
    String made = anonymous().get("/q/openapi?format=" + format).asString();
    if (Boolean.getBoolean("openapi.write")) {
      Files.writeString(copy, made);
    }

    assertEquals(Files.readString(copy), made, copy + " has drifted");
  }

  @Test
  void everyOperationAndAnswerIsDescribedAndEveryContentHasAnExample() throws IOException {
    JsonNode document =
        new ObjectMapper().readTree(anonymous().get("/q/openapi?format=json").asString());
    List<String> missing = new ArrayList<>();

    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(o -> check(o.getKey() + " " + path.getKey(), o.getValue(), missing)));

    assertFalse(document.path("paths").isEmpty());
    assertEquals(List.of(), missing);
  }

  private static void check(String operation, JsonNode described, List<String> missing) {
    if (described.path("summary").asText().isEmpty()) {
      missing.add(operation + " has no summary");
    }
    if (described.toString().contains("x-problems")) {
      missing.add(operation + " still has its x-problems");
    }
    described
        .path("responses")
        .properties()
        .forEach(answer -> checkAnswer(operation, answer.getKey(), answer.getValue(), missing));
  }

  private static void checkAnswer(
      String operation, String status, JsonNode answer, List<String> missing) {
    if (answer.path("description").asText().isEmpty()) {
      missing.add(operation + " " + status + " has no description");
    }
    answer
        .path("content")
        .properties()
        .forEach(
            content -> {
              if (content.getValue().path("examples").isEmpty()) {
                missing.add(operation + " " + status + " has no example");
              }
            });
    boolean needsContent = !List.of("202", "204", "304").contains(status);
    if (needsContent && answer.path("content").isEmpty()) {
      missing.add(operation + " " + status + " has no content");
    }
  }
}
