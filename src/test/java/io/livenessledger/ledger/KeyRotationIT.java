package io.livenessledger.ledger;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.ledger.log.KeyFile;
import io.livenessledger.merkle.note.NoteVerifier;
import io.livenessledger.merkle.note.SignedNote;
import io.livenessledger.store.embedded.Role;
import io.livenessledger.testkit.Log;
import io.livenessledger.testkit.Packaged;
import io.livenessledger.testkit.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key is followed by another one, as docs/VERIFYING.md tells operators, and not otherwise. */
class KeyRotationIT {
  @TempDir Path directory;

  private final TestDatabase database = TestDatabase.fresh("rotation");

  @Test
  void twoKeysOverlapAndAStrangeOnePublishesNothing() throws Exception {
    Path first = key("first");
    Path second = key("second");
    String old = publishes(Map.of("ledger.log.key-file", first.toString())).get(0);

    List<String> both =
        publishes(
            Map.of(
                "ledger.log.key-file", second.toString(),
                "ledger.log.second-key-file", first.toString()));
    List<String> alone = publishes(Map.of("ledger.log.key-file", second.toString()));

    assertEquals(List.of(both.get(0), old), both);
    assertEquals(List.of(both.get(0)), alone);
    refuses(Map.of("ledger.log.key-file", key("strange").toString()), "is not signed by");
    refuses(
        Map.of("ledger.log.key-file", second.toString(), "ledger.log.origin", "other.example/log"),
        "origin is");
  }

  /**
   * Starts with these keys; the latest checkpoint gets all their signatures, without a new leaf.
   */
  private List<String> publishes(Map<String, String> keys) throws Exception {
    try (Packaged program = start(keys)) {
      List<NoteVerifier> verifiers =
          text(program, "/log/vkey").lines().map(NoteVerifier::parse).toList();
      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(
              () ->
                  assertEquals(
                      verifiers.size(),
                      SignedNote.parse(text(program, "/log/checkpoint")).verify(verifiers).size()));
      appendAndAwait(program);
      given().get(program.managementUrl() + "/q/health/ready").then().statusCode(200);
      return verifiers.stream().map(NoteVerifier::vkey).toList();
    }
  }

  private void appendAndAwait(Packaged program) throws Exception {
    String before = text(program, "/log/checkpoint");
    append();
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> !text(program, "/log/checkpoint").equals(before));
  }

  private void refuses(Map<String, String> keys, String reason) throws Exception {
    try (Packaged program = start(keys)) {
      String before = text(program, "/log/checkpoint");
      append();
      await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> program.output().contains("Nothing is sequenced: The last checkpoint"));
      given()
          .get(program.managementUrl() + "/q/health/ready")
          .then()
          .statusCode(503)
          .body("checks.find { it.name == 'ledger' }.status", equalTo("DOWN"))
          .body("checks.find { it.name == 'ledger' }.data.reason", containsString(reason));
      assertEquals(before, text(program, "/log/checkpoint"));
      assertTrue(program.isAlive());
    }
  }

  private Packaged start(Map<String, String> keys) throws Exception {
    Map<String, String> settings = new HashMap<>(Packaged.settings(database));
    settings.putAll(keys);
    return Packaged.start(directory, settings);
  }

  private void append() throws Exception {
    try (Connection app = database.connect(Role.APP)) {
      Log.append(app, Log.data("rotation"));
    }
  }

  private Path key(String name) {
    Path file = directory.resolve(name + ".pem");
    KeyFile.create(file);
    return file;
  }

  private static String text(Packaged program, String path) {
    byte[] text = given().get(program.url() + path).then().statusCode(200).extract().asByteArray();
    return new String(text, StandardCharsets.UTF_8);
  }
}
