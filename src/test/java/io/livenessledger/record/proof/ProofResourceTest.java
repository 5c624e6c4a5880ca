package io.livenessledger.record.proof;

import static io.livenessledger.testkit.Api.RECORDS;
import static io.livenessledger.testkit.Api.as;
import static io.livenessledger.testkit.Api.submit;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.livenessledger.canonical.Digest;
import io.livenessledger.merkle.InclusionProof;
import io.livenessledger.merkle.TreeHash;
import io.livenessledger.merkle.note.Checkpoint;
import io.livenessledger.merkle.note.SignedNote;
import io.livenessledger.merkle.note.TlogProof;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.Log;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@LedgerTest
class ProofResourceTest {
  private final String id = Bodies.freshId();

  @Test
  void theHolderOfTheJsonFormRecomputesFromTheBodyToTheRoot() throws Exception {
    String body = Bodies.of("post", id);
    submit(id, body).then().statusCode(201);

    JsonNode proof = new ObjectMapper().readTree(json("?wait=PT10S").asString());

    Set<String> members = new TreeSet<>();
    proof.fieldNames().forEachRemaining(members::add);
    assertEquals(
        Set.of(
            "logIndex",
            "treeSize",
            "rootHash",
            "hashes",
            "checkpoint",
            "leaf",
            "statement",
            "salt"),
        members);
    String statement = proof.path("statement").textValue();
    JsonNode stated = new ObjectMapper().readTree(statement);
    assertEquals(
        Digest.sha256(body.getBytes(UTF_8)).reprDigest(), stated.path("bodyDigest").textValue());
    byte[] salt = Base64.getDecoder().decode(proof.path("salt").textValue());
    Digest commitment = Digest.sha256(salt, statement.getBytes(UTF_8));
    String leaf = proof.path("leaf").textValue();
    JsonNode said = new ObjectMapper().readTree(leaf);
    assertEquals(
        Base64.getEncoder().encodeToString(commitment.bytes()),
        said.path("commitment").textValue());
    Digest root = Digest.ofBase64(proof.path("rootHash").textValue());
    inclusion(proof).verify(TreeHash.ofLeaf(leaf.getBytes(UTF_8)), root);
    SignedNote note = SignedNote.parse(proof.path("checkpoint").textValue());
    note.verify(Log.keys());
    Checkpoint signed = Checkpoint.parse(note.text());
    assertEquals(root, signed.root());
    assertEquals(proof.path("treeSize").longValue(), signed.size());
  }

  private static InclusionProof inclusion(JsonNode proof) {
    List<Digest> hashes = new ArrayList<>();
    proof.path("hashes").forEach(hash -> hashes.add(Digest.ofBase64(hash.textValue())));
    return new InclusionProof(
        proof.path("logIndex").longValue(), proof.path("treeSize").longValue(), hashes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*", "text/plain", "text/plain, application/json;q=0.5"})
  void theTextFormIsAProofForAnyVerifier(String accepted) {
    submit(id, Bodies.small(id, "new")).then().statusCode(201);

    Response answer = as("auditor").accept(accepted).get(path(1, "?wait=PT10S"));

    assertEquals(
        "text/plain;charset=utf-8", answer.contentType().toLowerCase(Locale.ROOT).replace(" ", ""));
    assertEquals(200, answer.statusCode());
    TlogProof proof = TlogProof.parse(answer.asString());
    byte[] leaf = proof.extraBytes().orElseThrow();
    Checkpoint signed = Checkpoint.parse(proof.checkpoint().text());
    proof.verify(TreeHash.ofLeaf(leaf), signed.origin(), Log.keys());
    assertArrayEquals(Log.leaves(signed.size()).get((int) proof.index()), leaf);
  }

  @Test
  void whatIsNotPublishedYetIsAskedForAgain() throws Exception {
    // Whoever sequences must lock the waiting line's table: until then nothing is published
    try (Connection owner = Database.asOwner();
        Statement statement = owner.createStatement()) {
      submit(id, Bodies.small(id, "old")).then().statusCode(201);
      json("?wait=PT10S").then().statusCode(200);
      owner.setAutoCommit(false);
      statement.execute("lock table ledger_leaf in share mode");
      submit(id, Bodies.small(id, "new")).then().statusCode(201);

      for (String wait : List.of("", "?wait=PT0S", "?wait=PT0.3S")) {
        as("auditor")
            .get(path(2, wait))
            .then()
            .statusCode(202)
            .header("Retry-After", "1")
            .body(is(emptyString()));
      }
      owner.rollback();
    }
    json(2, "?wait=PT10S").then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT10.1S", "-PT1S", "2", "P1D", "x"})
  void anotherWaitIsRefused(String wait) {
    submit(id, Bodies.small(id, "new")).then().statusCode(201);

    as("auditor")
        .get(path(1, "?wait=" + wait))
        .then()
        .statusCode(400)
        .body("type", endsWith("/invalid-parameter"))
        .body("errors.parameter", equalTo(List.of("wait")));
  }

  @Test
  void whatIsNotThereHasNoProof() {
    json("").then().statusCode(404).body("type", endsWith("/record-not-found"));
    submit(id, Bodies.small(id, "new")).then().statusCode(201);
    json(2, "").then().statusCode(404).body("type", endsWith("/observation-not-found"));
    as("auditor").get(path(1, "").replace("/1/", "/0/")).then().statusCode(400);
  }

  @Test
  void nothingButTheTwoFormsIsOffered() {
    submit(id, Bodies.small(id, "new")).then().statusCode(201);

    as("auditor")
        .accept("application/xml")
        .get(path(1, ""))
        .then()
        .statusCode(406)
        .body(containsString("not-acceptable"));
    assertTrue(json("?wait=PT10S").contentType().startsWith("application/json"));
  }

  private Response json(String query) {
    return json(1, query);
  }

  private Response json(int number, String query) {
    return as("auditor").accept("application/json").get(path(number, query));
  }

  private String path(int number, String query) {
    return RECORDS + "/" + id + "/observations/" + number + "/proof" + query;
  }
}
