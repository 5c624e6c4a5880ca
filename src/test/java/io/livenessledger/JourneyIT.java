package io.livenessledger;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.Endpoint;
import io.livenessledger.testkit.Packaged;
import io.livenessledger.testkit.Receiver;
import io.livenessledger.testkit.ReceiverResource;
import io.livenessledger.testkit.TestDatabase;
import io.livenessledger.testkit.Tokens;
import io.livenessledger.testkit.Tool;
import io.livenessledger.testkit.VendorAccount;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole product through the packaged program: whatever a native executable was not told of when
 * it was built, a class that is read by its members or a file, is missing at one of these places.
 */
class JourneyIT {
  private static final String RECORDS = "/v1/document-liveness";
  private static final String HOOK = ReceiverResource.ONE_CLIENT;

  @TempDir static Path directory;

  private static VendorAccount vendor;
  private static Receiver receiver;
  private static Packaged program;

  @BeforeAll
  static void start() throws Exception {
    vendor = new VendorAccount();
    receiver = new Receiver();
    Map<String, String> settings = new HashMap<>(Packaged.settings(TestDatabase.fresh("journey")));
    settings.put("quarkus.rest-client.verifik.url", vendor.url());
    settings.putAll(receiver.trust());
    settings.put("ledger.webhook.allowed-hosts", "localhost");
    settings.put("ledger.webhook.endpoints." + HOOK + ".url", receiver.url(HOOK));
    settings.put("ledger.webhook.endpoints." + HOOK + ".secret", ReceiverResource.SECRET);
    settings.put("ledger.webhook.endpoints." + HOOK + ".from", "BEGINNING");
    program = Packaged.start(directory, Packaged.training(), settings);
  }

  @AfterAll
  static void end() throws Exception {
    program.close();
    receiver.close();
    vendor.close();
  }

  @Test
  void itIsHealthyAndMeasured() {
    for (String probe : List.of("live", "ready", "started")) {
      given()
          .get(program.managementUrl() + "/q/health/" + probe)
          .then()
          .statusCode(200)
          .body("status", equalTo("UP"));
    }
    String metrics = given().get(program.managementUrl() + "/q/metrics").asString();
    for (String name : List.of("ledger_size", "ledger_lag_seconds", "jvm_memory_used_bytes")) {
      assertTrue(metrics.contains("\n" + name), metrics);
    }
  }

  @Test
  void itDescribesItself() throws Exception {
    String address = program.url() + "/q/openapi";
    String yaml = Files.readString(Path.of("docs", "openapi.yaml"));
    String json = Files.readString(Path.of("docs", "openapi.json"));
    assertEquals(yaml, text(given().get(address)));
    assertEquals(yaml, text(given().accept("application/json").get(address + "?format=yaml")));
    assertEquals(json, text(given().get(address + "?format=json")));
    assertEquals(json, text(given().accept("application/json").get(address)));
    given()
        .get(address + "?format=xml")
        .then()
        .statusCode(400)
        .body("errors[0].parameter", equalTo("format"));
  }

  @Test
  void bothFamiliesAreFetchedComparedAndFound() {
    String id = vendorHas("flat-passed", Bodies.freshId());
    refreshed(id)
        .then()
        .statusCode(201)
        .body("result", equalTo("NEW"))
        .body("record.vendor.family", equalTo("FLAT"));
    refreshed(id).then().statusCode(200).body("result", equalTo("UNCHANGED"));
    vendorHas("nested", id);
    refreshed(id)
        .then()
        .statusCode(200)
        .body("result", equalTo("CHANGED"))
        .body("record.vendor.family", equalTo("NESTED"));

    as("viewer")
        .get(RECORDS + "/" + id + "/revisions/1/diff/2")
        .then()
        .statusCode(200)
        .body("familyChange.after", equalTo("NESTED"))
        .body("changes.path", hasItem("/riskScore"));
    refreshed(vendorHas("nested", Bodies.freshId()));
    Response first = as("viewer").get(RECORDS + "?family=NESTED&live=true&pageSize=1");
    String token = first.then().statusCode(200).extract().path("nextPageToken");
    as("viewer")
        .queryParams("family", "NESTED", "live", "true", "pageSize", "1", "pageToken", token)
        .get(RECORDS)
        .then()
        .statusCode(200)
        .body("items.id", not(equalTo(first.path("items.id"))));
  }

  @Test
  void anExportEndsWithItsManifest() {
    refreshed(vendorHas("flat-passed", Bodies.freshId()));

    List<String> lines = exported("ndjson").lines().toList();
    assertTrue(lines.size() > 1);
    assertTrue(
        lines.get(lines.size() - 1).startsWith("{\"manifest\":{\"count\":"), lines::toString);
    assertTrue(exported("csv").lines().count() > 1);
  }

  private static String exported(String format) {
    Response export = as("auditor").get("/v1/exports/document-liveness?format=" + format);
    return export.then().statusCode(200).extract().asString();
  }

  @Test
  void aProofHoldsForAVerifierThatSharesNoCode() throws Exception {
    String id = Bodies.freshId();
    refreshed(vendorHas("nested", id));
    String observation = RECORDS + "/" + id + "/observations/1";
    Response proof = as("auditor").accept("application/json").get(observation + "/proof?wait=PT5S");
    write("proof.json", proof.then().statusCode(200).extract().asByteArray());
    write("body", as("auditor").get(observation + "/body").asByteArray());
    write("vkey.txt", given().get(program.url() + "/log/vkey").asByteArray());

    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Path verifier = Path.of("docs", "verifying", "VerifyProof.java").toAbsolutePath();
    Tool.Outcome outcome =
        Tool.run(
            directory,
            Map.of(),
            List.of(java, verifier.toString(), "vkey.txt", "proof.json", "body"));
    assertEquals(0, outcome.exitCode(), outcome.out() + outcome.err());
    assertTrue(outcome.out().contains("verified: record " + id), outcome.out());
  }

  private static void write(String file, byte[] bytes) throws Exception {
    Files.write(directory.resolve(file), bytes);
  }

  @Test
  void theLogChecksClean() {
    String check =
        as("auditor").post("/v1/ledger/check").then().statusCode(202).extract().header("Location");
    String state =
        await()
            .atMost(Api.patience())
            .until(
                () -> as("auditor").get(URI.create(check).getPath()).path("state"),
                List.of("PASSED", "FAILED")::contains);
    assertEquals("PASSED", state);
  }

  @Test
  void changesAreStreamedAndSentToReceivers() throws Exception {
    String id = Bodies.freshId();
    String body = Bodies.small(id, "new").replace("{\"_id\"", "{\"client\":\"c\",\"_id\"");
    as("operator")
        .contentType("application/json")
        .body(body)
        .post(RECORDS + "/" + id + "/observations")
        .then()
        .statusCode(201);

    await().atMost(Api.patience()).until(() -> !receiver.received(HOOK).isEmpty());
    receiver.received(HOOK).get(0).verify(ReceiverResource.SECRET);
    HttpRequest stream =
        HttpRequest.newBuilder(URI.create(program.url() + "/v1/changes"))
            .header("Authorization", "Bearer " + token("viewer"))
            .header("Access-Purpose", "test")
            .header("Accept", "text/event-stream")
            .build();
    HttpResponse<InputStream> events =
        HttpClient.newHttpClient().send(stream, HttpResponse.BodyHandlers.ofInputStream());
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(events.body(), UTF_8))) {
      assertTrue(lines.lines().anyMatch(line -> line.startsWith("data: {")));
    }
  }

  @Test
  void whatIsWrongIsSaidInADocument() {
    as("viewer")
        .get(RECORDS + "?colour=red")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors[0].parameter", equalTo("colour"));
    as("viewer").get(RECORDS + "/nobody").then().statusCode(404).body("status", equalTo(404));
    as("viewer").get("/v1/access-events").then().statusCode(403);
    as("operator")
        .contentType("application/json")
        .body("{")
        .post("/v1/backfills")
        .then()
        .statusCode(400)
        .body("type", containsString("invalid-parameter"));
  }

  /** Of those that the others do not call, too. */
  @Test
  void everyEndpointAnswers() {
    String id = Bodies.freshId();
    refreshed(vendorHas("nested", id)).then().statusCode(201);
    as("auditor")
        .accept("application/json")
        .get(RECORDS + "/" + id + "/observations/1/proof?wait=PT5S");
    Response events = as("auditor").get("/v1/access-events");
    String event = events.then().statusCode(200).extract().path("items[-1].number").toString();
    List<String> failures = new ArrayList<>();
    for (Endpoint endpoint : Endpoint.all()) {
      String number = endpoint.path().contains("access-events") ? event : "1";
      Response answer =
          endpoint.call(as("viewer", "operator", "auditor").accept("*/*"), id, number);
      // What cannot be done twice, or no more, is a conflict and no failure
      if (answer.statusCode() >= 400 && answer.statusCode() != 409) {
        failures.add(endpoint + " " + answer.statusCode() + " " + answer.asString());
      }
    }
    assertEquals(List.of(), failures);
  }

  /** RestAssured would read what names no charset as the machine's locale has it. */
  private static String text(Response answer) {
    return new String(answer.asByteArray(), UTF_8);
  }

  private static String vendorHas(String fixture, String id) {
    vendor.add(id, Bodies.of(fixture, id));
    return id;
  }

  private static Response refreshed(String id) {
    return as("operator").post(RECORDS + "/" + id + "/refresh");
  }

  private static RequestSpecification as(String... roles) {
    return given()
        .baseUri(program.url())
        .auth()
        .oauth2(token(roles))
        .header("Access-Purpose", "test");
  }

  private static String token(String... roles) {
    Tokens tokens = Packaged.tokens();
    return tokens.sign(tokens.claims(roles));
  }
}
