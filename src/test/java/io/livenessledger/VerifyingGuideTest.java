package io.livenessledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.SandboxTest;
import io.livenessledger.testkit.Tool;
import io.livenessledger.testkit.Tool.Outcome;
import io.livenessledger.testkit.Tour;
import io.livenessledger.testkit.Transcript;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The auditors' guide, taken as an auditor takes it, and its verifier of proofs against forgeries.
 */
@SandboxTest
@TestMethodOrder(OrderAnnotation.class)
class VerifyingGuideTest {
  private static final Path GUIDE = Path.of("docs", "VERIFYING.md");
  private static final Path VERIFIER = Path.of("verifying", "VerifyProof.java");

  /** Its forgeries are in {@code VerifyConsistencyTest}. */
  private static final Path OF_THE_LOG = Path.of("verifying", "VerifyConsistency.java");

  @TestHTTPResource URI program;
  @TempDir Path directory;

  @BeforeEach
  void takeTheVerifiersAlong() throws IOException {
    Files.createDirectory(directory.resolve("verifying"));
    for (Path verifier : List.of(VERIFIER, OF_THE_LOG)) {
      Files.copy(Path.of("docs").resolve(verifier), directory.resolve(verifier));
    }
  }

  @Test
  @Order(1) // its first observation is the log's first
  void everyCommandAnswersAsTheGuideSays() throws Exception {
    assertTrue(Transcript.of(GUIDE).size() > 8);
    new Tour(GUIDE, program, directory).take();
  }

  @Test
  @Order(2)
  void everyForgedByteIsFound() throws Exception {
    String id = Bodies.freshId();
    Api.submit(id, Bodies.small(id, "new")).then().statusCode(201);
    String proof =
        Api.as("auditor")
            .accept("application/json")
            .get(Api.RECORDS + "/" + id + "/observations/1/proof?wait=PT5S")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    String vkey = Api.anonymous().get("/log/vkey").asString();

    Outcome genuine = verified(vkey, proof);
    assertEquals(0, genuine.exitCode(), genuine.out() + genuine.err());
    assertTrue(genuine.out().contains("verified: record " + id), genuine.out());
    assertRefuted(vkey, proof.replace("REFRESH", "x").replace("SUBMITTED", "REFRESH"));
    assertRefuted(vkey, proof.replaceFirst("\"salt\":\"....", "\"salt\":\"AAAA"));
    assertRefuted(vkey, proof.replaceFirst("\"logIndex\":", "\"logIndex\":1"));
    assertRefuted(vkey, proof.replaceFirst("\"treeSize\":", "\"treeSize\":1"));
    assertRefuted(vkey, proof.replaceFirst("\"hashes\":\\[\"[^\"]*\",?", "\"hashes\":["));
    assertRefuted(vkey, proof.replaceFirst("observation(.{2,6})v", "observatiom$1v"));
    assertRefuted(vkey.replaceFirst("\\+....", "+0000"), proof);
    assertRefuted("x" + vkey, proof);
  }

  private void assertRefuted(String vkey, String proof) throws Exception {
    Outcome outcome = verified(vkey, proof);
    assertEquals(1, outcome.exitCode(), outcome.out() + outcome.err());
    assertFalse(outcome.out().contains("verified"), outcome.out());
  }

  private Outcome verified(String vkey, String proof) throws Exception {
    Files.writeString(directory.resolve("vkey.txt"), vkey);
    Files.writeString(directory.resolve("proof.json"), proof);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return Tool.run(
        directory, Map.of(), List.of(java, VERIFIER.toString(), "vkey.txt", "proof.json"));
  }
}
