package io.livenessledger.ledger;

import static io.livenessledger.testkit.Api.anonymous;
import static io.livenessledger.testkit.Api.as;
import static io.restassured.config.DecoderConfig.decoderConfig;
import static io.restassured.config.RestAssuredConfig.newConfig;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.canonical.Digest;
import io.livenessledger.merkle.ConsistencyProof;
import io.livenessledger.merkle.EntryBundle;
import io.livenessledger.merkle.TreeHash;
import io.livenessledger.merkle.note.Checkpoint;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.Log;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The log as any tlog-tiles client reads it. */
@LedgerTest
class LogResourceTest {
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private Checkpoint checkpoint;

  @BeforeEach
  void appendMoreThanATile() throws SQLException {
    if (Log.checkpoint().size() < 300) {
      try (Connection app = Database.asApp()) {
        app.setAutoCommit(false);
        for (int i = 0; i < 300; i++) {
          Log.append(app, Log.data("served " + i));
        }
        app.commit();
      }
    }
    checkpoint = Log.published();
  }

  @Test
  void theCheckpointIsATextThatIsNotCached() {
    anonymous()
        .get("/log/checkpoint")
        .then()
        .statusCode(200)
        .header("Content-Type", equalTo("text/plain;charset=utf-8"))
        .header("Cache-Control", equalTo("public, no-cache"));
  }

  @Test
  void fullTilesHold256HashesOfTheirLeaves() {
    byte[] tile = bytes("/log/tile/0/000");
    List<byte[]> leaves = Log.leaves(256);

    assertEquals(256 * 32, tile.length);
    for (int i = 0; i < 256; i++) {
      assertEquals(TreeHash.ofLeaf(leaves.get(i)), Digest.ofBytes(tile, i * 32));
    }
    assertEquals(
        TreeHash.ofTree(leaves.stream().map(TreeHash::ofLeaf).toList()),
        Digest.ofBytes(bytes("/log/tile/1/000.p/1"), 0));
  }

  @Test
  void partialTilesAreBeginningsOfFullerOnes() {
    byte[] full = bytes("/log/tile/0/000");
    byte[] partial = bytes("/log/tile/0/000.p/7");

    assertEquals(7 * 32, partial.length);
    assertArrayEquals(partial, Arrays.copyOf(full, partial.length));
    assertEquals(7, EntryBundle.decode(bytes("/log/tile/entries/000.p/7")).size());
  }

  @Test
  void tilesNeverChange() {
    for (String path : List.of("0/000", "0/001.p/3", "entries/000", "entries/000.p/9")) {
      anonymous()
          .get("/log/tile/" + path)
          .then()
          .statusCode(200)
          .header("Content-Type", equalTo("application/octet-stream"))
          .header("Cache-Control", equalTo(FOR_EVER));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0/x001/234",
        "0/005",
        "0/001",
        "1/000",
        "1/000.p/2",
        "2/000.p/1",
        "64/000",
        "00/000",
        "0/0",
        "0/000.p/0",
        "0/000.p/256",
        "0/000.p/01",
        "0/x000/000",
        "entries/001",
        "entries/x000/000",
        "entries",
        "0",
        "-1/000",
        "0/000.p",
        "0/%30%30%30x"
      })
  void whatDoesNotExistIsNotFound(String path) {
    anonymous()
        .urlEncodingEnabled(false)
        .get("/log/tile/" + path)
        .then()
        .statusCode(404)
        .header("Cache-Control", equalTo("private, no-store"))
        .body("type", equalTo("https://livenessledger.io/problems/not-found"));
  }

  @Test
  void entriesAreCompressedForWhoAsks() throws IOException {
    Response plain = undecoded(null);
    Response zipped = undecoded("br, gzip;q=0.5");

    plain.then().header("Content-Encoding", nullValue()).header("Vary", "Accept-Encoding");
    zipped.then().header("Content-Encoding", "gzip").header("Vary", "Accept-Encoding");
    assertTrue(zipped.asByteArray().length < plain.asByteArray().length);
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped.asByteArray()))) {
      assertArrayEquals(plain.asByteArray(), in.readAllBytes());
    }
    undecoded("gzip;q=0, identity").then().header("Content-Encoding", nullValue());
  }

  private static Response undecoded(String accepted) {
    var request =
        anonymous().config(newConfig().decoderConfig(decoderConfig().noContentDecoders()));
    return (accepted == null ? request : request.header("Accept-Encoding", accepted))
        .get("/log/tile/entries/000")
        .then()
        .statusCode(200)
        .extract()
        .response();
  }

  @Test
  void consistencyIsProvenBetweenAnyTwoSizes() {
    List<Digest> leaves = Log.leaves(checkpoint.size()).stream().map(TreeHash::ofLeaf).toList();
    for (int from : new int[] {1, 2, 255, 256, 257, 300}) {
      List<String> hashes =
          anonymous()
              .get("/log/consistency?from={from}&to={to}", from, checkpoint.size())
              .then()
              .statusCode(200)
              .body("from", equalTo(from))
              .extract()
              .path("hashes");

      new ConsistencyProof(from, checkpoint.size(), hashes.stream().map(Digest::ofBase64).toList())
          .verify(TreeHash.ofTree(leaves.subList(0, from)), checkpoint.root());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from=1",
        "to=1",
        "from=0&to=1",
        "from=2&to=1",
        "from=1&to=999999999999",
        "from=a&to=2",
        "from=-1&to=1",
        "from=1&to=2&x=1",
        "from=1&from=1&to=2",
        "from=1&to=99999999999999999999"
      })
  void sizesThatMakeNoSenseAreRefused(String query) {
    anonymous()
        .get("/log/consistency?" + query)
        .then()
        .statusCode(400)
        .body("type", equalTo("https://livenessledger.io/problems/invalid-parameter"))
        .body("errors", hasSize(1));
  }

  @Test
  void anybodyMayReadWithOrWithoutCredentials() {
    as("viewer").get("/log/checkpoint").then().statusCode(200);
    anonymous().get("/log/vkey").then().statusCode(200);
  }

  private static byte[] bytes(String path) {
    return anonymous().get(path).then().statusCode(200).extract().asByteArray();
  }
}
