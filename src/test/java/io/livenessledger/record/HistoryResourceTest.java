package io.livenessledger.record;

import static io.livenessledger.testkit.Api.RECORDS;
import static io.livenessledger.testkit.Api.as;
import static io.livenessledger.testkit.Api.read;
import static io.livenessledger.testkit.Api.refresh;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.Vendor;
import io.restassured.response.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@LedgerTest
class HistoryResourceTest {
  private final Vendor vendor = new Vendor();
  private final String id = Bodies.freshId();

  @Test
  void observationsArePagedNewestFirst() {
    vendor.answers(id, Vendor.ok(Bodies.small(id, "new")));
    for (int i = 0; i < 5; i++) {
      refresh(id);
    }

    Response first = read(id, "/observations?pageSize=2");
    first.then().statusCode(200).body("items.number", equalTo(List.of(5, 4)));
    Response second = next(first);
    second.then().body("items.number", equalTo(List.of(3, 2)));
    Response third = next(second);
    third.then().body("items.number", equalTo(List.of(1))).body("nextPageToken", nullValue());
  }

  private Response next(Response page) {
    String token = page.jsonPath().getString("nextPageToken");
    return read(id, "/observations?pageSize=2&pageToken=" + token);
  }

  @Test
  void aTokenOfAnotherListIsRefused() {
    vendor.answers(id, Vendor.ok(Bodies.small(id, "new")), Vendor.ok(Bodies.small(id, "old")));
    refresh(id);
    refresh(id);
    String token = read(id, "/observations?pageSize=1").jsonPath().getString("nextPageToken");

    for (String list : List.of("/revisions", "")) {
      String address = list.isEmpty() ? RECORDS : RECORDS + "/" + id + list;
      as("viewer")
          .queryParam("pageToken", token)
          .get(address)
          .then()
          .statusCode(400)
          .body("type", endsWith("/invalid-page-token"));
    }
  }

  @Test
  void aTokenOfAnotherRecordIsRefused() {
    String other = Bodies.freshId();
    for (String one : List.of(id, other)) {
      vendor.answers(one, Vendor.ok(Bodies.small(one, "new")));
      refresh(one);
      refresh(one);
    }
    String token = read(id, "/observations?pageSize=1").jsonPath().getString("nextPageToken");

    read(id, "/observations?pageToken=" + token).then().body("items.number", equalTo(List.of(1)));
    read(other, "/observations?pageToken=" + token)
        .then()
        .statusCode(400)
        .body("type", endsWith("/invalid-page-token"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"!", "AAAA", "MQpyZWNvcmRzCng", "%00", "99999999999999999999"})
  void aTokenThatIsNoneIsRefused(String token) {
    vendor.answers(id, Vendor.ok(Bodies.small(id, "new")));
    refresh(id);

    read(id, "/observations?pageToken=" + token)
        .then()
        .statusCode(400)
        .body("type", endsWith("/invalid-page-token"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "501", "x", "1.5", "99999999999"})
  void aPageSizeOutOfRangeIsRefused(String size) {
    for (String list : List.of(RECORDS, RECORDS + "/" + id + "/observations")) {
      as("viewer")
          .queryParam("pageSize", size)
          .get(list)
          .then()
          .statusCode(400)
          .body("errors[0].parameter", equalTo("pageSize"));
    }
  }

  @Test
  void oneObservationIsFoundByItsNumber() {
    vendor.answers(id, Vendor.ok(Bodies.of("nested", id)));
    refresh(id);

    read(id, "/observations/1")
        .then()
        .statusCode(200)
        .body("number", equalTo(1))
        .body("signature.message", equalTo("Certified by Verifik.co"))
        .body("contentType", equalTo("application/json; charset=utf-8"));
    read(id, "/observations/2")
        .then()
        .statusCode(404)
        .body("type", endsWith("/observation-not-found"));
    read(Bodies.freshId(), "/observations/1")
        .then()
        .statusCode(404)
        .body("type", endsWith("/record-not-found"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "one", "1.0", "99999999999"})
  void aNumberThatIsNoneIsRefused(String number) {
    read(id, "/observations/" + number)
        .then()
        .statusCode(400)
        .body("type", endsWith("/invalid-parameter"));
  }

  @Test
  void theBodyIsExactlyWhatTheVendorSent() throws NoSuchAlgorithmException {
    byte[] sent = ("{ \"data\" : {\"_id\":\"" + id + "\",\n\t\"x\":\"é😀\" } }  ").getBytes(UTF_8);
    vendor.answers(
        id,
        WireMock.aResponse()
            .withHeader("Content-Type", "application/json;odd=\"yes\"")
            .withBody(sent));
    refresh(id);

    Response body = as("auditor").get(RECORDS + "/" + id + "/observations/1/body");

    assertEquals(200, body.statusCode());
    assertArrayEquals(sent, body.asByteArray());
    String digest =
        Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(sent));
    assertEquals("sha-256=:" + digest + ":", body.header("Repr-Digest"));
    assertEquals("application/json;odd=\"yes\"", body.header("Content-Type"));
    assertEquals("nosniff", body.header("X-Content-Type-Options"));
    assertEquals("sandbox", body.header("Content-Security-Policy"));
    read(id, "/observations/1").then().body("bodyDigest", equalTo("sha-256=:" + digest + ":"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"not a media type", "text/html", ""})
  void aBodyIsGivenBackUnderWhateverTypeItCameWith(String type) {
    vendor.answers(
        id,
        WireMock.aResponse().withHeader("Content-Type", type).withBody(Bodies.small(id, "new")));
    refresh(id).then().statusCode(201);

    Response body = as("auditor").get(RECORDS + "/" + id + "/observations/1/body");

    assertEquals(200, body.statusCode());
    assertEquals(Bodies.small(id, "new"), body.asString());
  }

  @Test
  void theBodyOfAnAbsenceIsKeptToo() {
    vendor.answers(id, Vendor.ok(Bodies.small(id, "new")), Vendor.absent());
    refresh(id);
    refresh(id);

    String body = as("auditor").get(RECORDS + "/" + id + "/observations/2/body").asString();

    assertEquals(true, body.contains("DOCUMENT_LIVENESS_NOT_FOUND"));
  }

  @Test
  void revisionsAreTheDistinctContents() {
    vendor.answers(
        id,
        Vendor.ok(Bodies.small(id, "new")),
        Vendor.ok(Bodies.small(id, "new")),
        Vendor.ok(Bodies.small(id, "completed")));
    refresh(id);
    refresh(id);
    refresh(id);

    read(id, "/revisions")
        .then()
        .statusCode(200)
        .body("items", hasSize(2))
        .body("items.status", equalTo(List.of("completed", "new")))
        .body("items.startedBy", equalTo(List.of(3, 1)));
    read(Bodies.freshId(), "/revisions").then().statusCode(404);
  }
}
