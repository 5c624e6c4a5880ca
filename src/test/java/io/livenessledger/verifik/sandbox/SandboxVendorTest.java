package io.livenessledger.verifik.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.livenessledger.verifik.normal.Check;
import io.livenessledger.verifik.normal.NormalisedRecord;
import io.livenessledger.verifik.normal.Reading;
import io.livenessledger.verifik.normal.VerifikNormaliser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxVendorTest {
  private static final String SAMPLE = "document_liveness_123456789";
  private static final String LIVE = "6908b696aaaaaaaaaaaa0001";
  private static final String NOT_RUN = "690b7de2aaaaaaaaaaaa0003";
  private static final String WARNED = "690c872daaaaaaaaaaaa0004";
  private static final String CHANGES = "690da71daaaaaaaaaaaa0006";
  private static final String GOES = "690f9858aaaaaaaaaaaa0007";
  private static final String FAILS = "690fa1b2aaaaaaaaaaaa0008";
  private static final String SLOW = "691046a0aaaaaaaaaaaa0009";

  private final HttpClient client = HttpClient.newHttpClient();
  private SandboxVendor vendor;

  @BeforeEach
  void start() throws IOException {
    vendor = SandboxVendor.start(0);
  }

  @AfterEach
  void stop() {
    vendor.close();
  }

  @Test
  void sampleIsServedByteForByte() throws Exception {
    HttpResponse<byte[]> answer = get("/" + SAMPLE);
    assertEquals(200, answer.statusCode());
    assertTrue(answer.headers().firstValue("Content-Type").get().startsWith("application/json"));
    byte[] file = getClass().getResourceAsStream("/sandbox/" + SAMPLE + ".json").readAllBytes();
    assertArrayEquals(file, answer.body());
    assertTrue(new String(file, UTF_8).contains("\"score\": 0.90,"));
    assertEquals(true, record(SAMPLE).live());
  }

  @ParameterizedTest
  @CsvSource({
    LIVE + ", true",
    "6909c38caaaaaaaaaaaa0002, false",
    NOT_RUN + ", true",
    WARNED + ", false",
    "62a8a2f3aaaaaaaaaaaa0005,",
    CHANGES + ", true",
    GOES + ", true",
  })
  void verdictsAreAsTheTableSays(String id, Boolean live) throws Exception {
    assertEquals(live, record(id).live());
  }

  @Test
  void someChecksDidNotRunAndSomeWarn() throws Exception {
    assertEquals(false, record(NOT_RUN).checks().get(Check.DIGITAL_MANIPULATION).ran());
    assertFalse(record(WARNED).checks().get(Check.SCREEN_REPLAY).warnings().isEmpty());
    assertFalse(record(WARNED).checks().get(Check.DIGITAL_MANIPULATION).errors().isEmpty());
  }

  @Test
  void oneRecordChangesOnce() throws Exception {
    NormalisedRecord first = record(CHANGES);
    NormalisedRecord second = record(CHANGES);
    assertEquals(true, first.live());
    assertEquals(false, second.live());
    assertEquals(second, record(CHANGES));
  }

  @Test
  void oneRecordGoesForGood() throws Exception {
    assertEquals(200, get("/" + GOES).statusCode());
    HttpResponse<byte[]> answer = get("/" + GOES);
    assertEquals(404, answer.statusCode());
    assertTrue(new String(answer.body(), UTF_8).contains("DOCUMENT_LIVENESS_NOT_FOUND"));
    assertEquals(404, get("/" + GOES).statusCode());
    assertFalse(ids(json("?limit=100")).contains(GOES));
  }

  @Test
  void oneRecordFails() throws Exception {
    HttpResponse<byte[]> answer = get("/" + FAILS);
    assertEquals(500, answer.statusCode());
    assertTrue(new String(answer.body(), UTF_8).contains("InternalServerError"));
  }

  @Test
  void aSlowRecordHoldsUpNobodyElse() throws Exception {
    long start = System.nanoTime();
    CompletableFuture<HttpResponse<byte[]>> slow =
        client.sendAsync(request("/" + SLOW, "Bearer x"), BodyHandlers.ofByteArray());
    for (int i = 0; i < 5; i++) {
      assertEquals(200, get("/" + LIVE).statusCode());
    }
    assertFalse(slow.isDone());
    assertEquals(200, slow.join().statusCode());
    assertTrue(System.nanoTime() - start >= 3_000_000_000L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nobody", "/", "/../secret", "/" + SAMPLE + "/x"})
  void unknownIdIsNotFound(String path) throws Exception {
    assertEquals(404, get(path).statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Basic eDp5", "Bearer ", "bearer"})
  void aBearerTokenIsNeeded(String authorization) throws Exception {
    for (String path : List.of("", "/" + LIVE)) {
      HttpResponse<byte[]> answer =
          client.send(request(path, authorization), BodyHandlers.ofByteArray());
      assertEquals(401, answer.statusCode());
      assertEquals(
          "{\"error\":\"Protected resource, use Authorization header to get access\"}",
          new String(answer.body(), UTF_8));
    }
  }

  @Test
  void pagesHoldEveryRecordOnceAndExactDecimals() throws Exception {
    List<String> ids = new ArrayList<>();
    for (int page = 1; page <= 3; page++) {
      JsonNode answer = json("?page=" + page + "&limit=4");
      assertEquals(9, answer.get("total").intValue());
      assertEquals(3, answer.get("pages").intValue());
      assertEquals(page, answer.get("page").intValue());
      assertEquals(4, answer.get("limit").intValue());
      ids.addAll(ids(answer));
    }
    assertEquals(9, new HashSet<>(ids).size());
    assertEquals(9, ids.size());
    assertFalse(ids.contains(FAILS));
    assertTrue(ids(json("?page=4&limit=4")).isEmpty());
    assertTrue(new String(get("").body(), UTF_8).contains("\"score\":0.90}"));
  }

  @Test
  void limitHasADefaultAndAMaximum() throws Exception {
    assertEquals(10, json("").get("limit").intValue());
    assertEquals(100, json("?limit=500").get("limit").intValue());
    assertEquals(400, get("?limit=0").statusCode());
    assertEquals(400, get("?page=x").statusCode());
  }

  @Test
  void listItemsAreNoFullRecordsAndCanBeFiltered() throws Exception {
    JsonNode answer = json("?status=completed");
    assertEquals(List.of(SAMPLE), ids(answer));
    assertFalse(answer.toString().contains("details"));
    assertFalse(answer.toString().contains("calibrationSettings"));
    assertEquals(List.of(), ids(json("?status=failed")));
  }

  @Test
  void listingIsNotFetching() throws Exception {
    json("");
    json("");
    assertEquals(200, get("/" + GOES).statusCode());
  }

  @Test
  void aTokenIsRenewedForWhoAsksAsTheVendorDemands() throws Exception {
    String session = vendor.url() + "/v2/auth/session";
    assertEquals(400, renewed(session).statusCode());
    assertEquals(400, renewed(session + "?origin=refresh&expiresIn=x").statusCode());
    HttpResponse<byte[]> answer = renewed(session + "?origin=refresh&expiresIn=1");
    assertEquals(200, answer.statusCode());
    assertEquals(
        "{\"accessToken\":\"sandbox-1\",\"tokenType\":\"bearer\"}",
        new String(answer.body(), UTF_8));
  }

  private HttpResponse<byte[]> renewed(String session) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(session)).header("Authorization", "Bearer any").build();
    return client.send(request, BodyHandlers.ofByteArray());
  }

  @Test
  void listensOnTheLoopbackInterfaceAlone() throws Exception {
    assertTrue(InetAddress.getByName(URI.create(vendor.url()).getHost()).isLoopbackAddress());
    assertTrue(vendor.url().matches("http://127\\.0\\.0\\.1:[1-9][0-9]*"));
  }

  private NormalisedRecord record(String id) throws Exception {
    Reading reading = new VerifikNormaliser().normalise(id, get("/" + id).body());
    return assertInstanceOf(Reading.Present.class, reading).record();
  }

  private JsonNode json(String query) throws Exception {
    return new ObjectMapper().readTree(get(query).body());
  }

  private static List<String> ids(JsonNode answer) {
    return answer.get("data").findValuesAsText("_id");
  }

  private HttpResponse<byte[]> get(String path) throws Exception {
    return client.send(request(path, "Bearer any"), BodyHandlers.ofByteArray());
  }

  private HttpRequest request(String path, String authorization) {
    URI uri = URI.create(vendor.url() + "/v2/document-liveness" + path);
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    return (authorization.isEmpty() ? request : request.header("Authorization", authorization))
        .build();
  }
}
