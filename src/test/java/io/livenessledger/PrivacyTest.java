package io.livenessledger;

import static io.livenessledger.testkit.Api.RECORDS;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.CertificatesResource;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.Endpoint;
import io.livenessledger.testkit.IssuerResource;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.OwnDatabase;
import io.livenessledger.testkit.ReceiverResource;
import io.livenessledger.testkit.TestClock;
import io.livenessledger.testkit.TlsCalls;
import io.livenessledger.testkit.Tokens;
import io.livenessledger.testkit.Vendor;
import io.livenessledger.testkit.VendorResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Has everybody do all that can go wrong, with everything logged, and greps the log, the metrics
 * and the problems for what must never be there.
 */
@LedgerTest
@QuarkusTestResource(value = IssuerResource.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = CertificatesResource.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = ReceiverResource.class, restrictToAnnotatedClass = true)
@TestProfile(PrivacyTest.Verbose.class)
class PrivacyTest {
  private static final Path LOG = Path.of("target", "privacy-test.log");

  private static final String IMAGE = "https://cdn.verifik.co/photo-of-a-document.jpg";
  private static final String PURPOSE = "complaint of a neighbour";
  private static final String PASSWORD = "pass-word-of-a-teller";
  private static final String WRONG_PASSWORD = "guess-of-a-teller";

  /** What a token says of its bearer. */
  private static final Map<String, Object> PERSON =
      Map.of(
          "sub", "subject-of-a-token",
          "name", "Zacharias Beispiel",
          "preferred_username", "zbeispiel",
          "email", "zacharias@example.org",
          "ledger.viewer.clients", List.of("client-of-a-list"));

  /** Everything that can be logged: trace level is not built into the program. */
  public static class Verbose extends OwnDatabase {
    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
      settings.put("quarkus.log.level", "DEBUG");
      // The test's own HTTP client, issuer and receiver
      settings.put("quarkus.log.category.\"org.apache.http\".level", "INFO");
      settings.put("quarkus.log.category.\"sun.net.httpserver\".level", "INFO");
      settings.put("quarkus.log.category.\"com.sun.net.httpserver\".level", "INFO");
      settings.put("quarkus.log.console.enabled", "false");
      settings.put("quarkus.log.file.enabled", "true");
      settings.put("quarkus.log.file.path", LOG.toString());
      settings.put("quarkus.log.file.rotation.max-file-size", "4G");
      settings.put("quarkus.security.users.embedded.users.teller", PASSWORD);
      settings.put("quarkus.security.users.embedded.roles.teller", "operator,auditor");
      return settings;
    }
  }

  @TestHTTPResource(value = "/metrics", management = true)
  URI metrics;

  @TestHTTPResource(value = "", tls = true)
  URI tls;

  @ConfigProperty(name = "quarkus.tls.callers.key-store.p12.path")
  Path serverStore;

  @ConfigProperty(name = "quarkus.oidc.auth-server-url")
  String issuer;

  @Inject TestClock clock;

  private final Vendor vendor = new Vendor();
  private final Set<String> secrets = new LinkedHashSet<>();
  private final List<String> problems = new ArrayList<>();
  private Tokens tokens;
  private String id;

  @BeforeEach
  void storeOneRecord() {
    tokens = new Tokens(issuer);
    secrets.addAll(
        List.of(
            VendorResource.TOKEN,
            ReceiverResource.ADDRESS_SECRET,
            ReceiverResource.SECRET,
            ReceiverResource.SECOND_SECRET,
            "cdn.verifik",
            "photo-of-a-document",
            "Ejemplo Ficticio",
            "nobody@example.com",
            "Persona Inventada",
            PURPOSE,
            "audit firm",
            "nobody in particular"));
    PERSON.values().forEach(claim -> secrets.add(claim.toString().replaceAll("[\\[\\]]", "")));
    id = Bodies.freshId();
    submit(teller(), id, Bodies.of("nested", id));
  }

  @AfterEach
  void repair() throws SQLException {
    for (String table : List.of("access_event", "body")) {
      Database.execute("drop trigger if exists stumble on " + table);
    }
  }

  @Test
  void neitherLogNorMetricsNorProblemsTellWhatIsNobodysBusiness() throws Exception {
    vendorsAnswersOfAllSorts();
    requestsOfAllSorts();
    everyEndpointByEverybody();
    refusalsOfTheDatabase();

    assertEquals(
        Set.of(
            "audit-unavailable",
            "body-too-large",
            "forbidden",
            "internal",
            "invalid-parameter",
            "invalid-record-id",
            "method-not-allowed",
            "not-acceptable",
            "not-found",
            "record-not-found",
            "store-unavailable",
            "unauthenticated",
            "unsupported-media-type",
            "vendor-answer-unreadable",
            "vendor-rate-limited",
            "vendor-record-not-found",
            "vendor-rejected",
            "vendor-timeout",
            "vendor-token-rejected",
            "vendor-unavailable"),
        codes());
    String log = Files.readString(LOG);
    assertTrue(log.contains("vendor-token-rejected"), "the log is there");
    assertTrue(log.contains(" DEBUG "), "and verbose");
    for (String secret : secrets) {
      assertEquals(List.of(), linesWith(secret, log), "log: " + secret);
      assertEquals(List.of(), linesWith(secret, given().get(metrics).asString()), "metrics");
      assertEquals(List.of(), linesWith(secret, String.join("\n", problems)), "problems");
    }
  }

  private void vendorsAnswersOfAllSorts() {
    String person = Bodies.of("nested", "another");
    List<ResponseDefinitionBuilder> answers = new ArrayList<>();
    Stream.of(400, 402, 403, 404, 409, 422, 429, 500, 503)
        .forEach(status -> answers.add(Vendor.status(status, person)));
    Stream.of(Fault.values()).forEach(f -> answers.add(Vendor.ok(person).withFault(f)));
    answers.add(Vendor.ok(person).withFixedDelay(3000));
    answers.add(Vendor.status(302, person).withHeader("Location", IMAGE));
    answers.add(Vendor.ok(person));
    answers.add(Vendor.ok(person.replace("}", "")));
    answers.add(Vendor.ok(person).withHeader("Content-Type", "nonsense " + IMAGE));
    // The last: a rejected token is spared further fetches
    answers.add(Vendor.status(401, person));
    for (ResponseDefinitionBuilder answer : answers) {
      String asked = Bodies.freshId();
      vendor.answers(asked, answer);
      heard(teller().post(RECORDS + "/" + asked + "/refresh"));
    }
    vendor.acceptsAgain(clock);
    vendor.answers(
        id, Vendor.ok(Bodies.of("nested", id)), Vendor.ok(Bodies.of("flat-populated", id)));
    teller().post(RECORDS + "/" + id + "/refresh").then().statusCode(200);
    teller().post(RECORDS + "/" + id + "/refresh").then().statusCode(200);
  }

  private void requestsOfAllSorts() {
    String person = Bodies.of("nested-processing-populated", id);
    submit(teller(), id, person).then().statusCode(201);
    submit(teller(), id, Bodies.of("nested", "another"));
    submit(teller(), id, person.replace("}", ""));
    submit(teller(), id, person + " ".repeat(1 << 20));
    submit(teller(), id, person + " ".repeat(3 << 20));
    // Without a length
    heard(
        teller()
            .contentType("application/json")
            .body(new ByteArrayInputStream((person + " ".repeat(3 << 20)).getBytes(UTF_8)))
            .post(RECORDS + "/" + id + "/observations"));
    heard(teller().contentType("text/x").body(person).post(RECORDS + "/" + id + "/observations"));
    heard(teller().body(person).put(RECORDS + "/" + id));
    heard(teller().accept("image/png").get(RECORDS + "/" + id));
    heard(teller().get("/nowhere?of=" + IMAGE));
    heard(teller().get(RECORDS + "/nobody@example.com"));
    heard(teller().get(RECORDS + "/" + Bodies.freshId() + "?asOf=" + IMAGE));
    heard(teller().get(RECORDS + "/" + Bodies.freshId()));
    heard(teller().header("Access-Purpose", (PURPOSE + " ").repeat(20)).get(RECORDS));
    for (String token : badTokens()) {
      heard(bearing(token).get(RECORDS + "/" + id));
    }
    heard(asTeller(WRONG_PASSWORD).get(RECORDS + "/" + id));
  }

  private List<String> badTokens() {
    Map<String, Object> claims = person("viewer");
    String good = tokens.sign(claims);
    List<String> bad = new ArrayList<>();
    bad.add(tokens.signByStranger(claims));
    bad.add(good + "tampered");
    bad.add(good.replace('.', ':'));
    bad.add(good.substring(0, good.lastIndexOf('.')));
    bad.add(good + " " + good);
    claims.put("aud", "another-service");
    bad.add(tokens.sign(claims));
    claims.put("exp", 1);
    bad.add(tokens.sign(claims));
    return bad;
  }

  private void everyEndpointByEverybody() {
    TlsCalls certificates = new TlsCalls(serverStore);
    for (Endpoint endpoint : Endpoint.all()) {
      for (String role : List.of("auditor", "operator", "image-viewer")) {
        heard(endpoint.call(bearing(tokens.sign(person(role))), id, "1"));
      }
      heard(endpoint.call(teller(), id, "1"));
      heard(endpoint.call(teller().queryParam("image", IMAGE), id, "1"));
      for (String holder : List.of("auditor", "unknown")) {
        RequestSpecification call = certificates.as(holder).header("Access-Purpose", PURPOSE);
        heard(endpoint.call(call.baseUri(tls.toString()).port(tls.getPort()), id, "1"));
      }
    }
  }

  /** A database that quotes what it was given, as it does where that does not fit. */
  private void refusalsOfTheDatabase() throws SQLException {
    for (String state : List.of("23514", "22P02", "53100", "XX000")) {
      refuse("access_event", "new.statement", state);
      heard(teller().get(RECORDS + "/" + id));
      submit(teller(), id, Bodies.of("nested", id));
      repair();
      refuse("body", "new.bytes", state);
      String fresh = Bodies.freshId();
      submit(teller(), fresh, Bodies.of("nested", fresh));
      repair();
    }
  }

  private static void refuse(String table, String quoted, String state) throws SQLException {
    Database.execute(
        ("create or replace function stumble() returns trigger language plpgsql as $$ begin"
                + " raise exception using message = convert_from(%1$s, 'UTF8'),"
                + " detail = convert_from(%1$s, 'UTF8'), errcode = '%2$s'; end $$")
            .formatted(quoted, state));
    Database.execute(
        "create trigger stumble before insert on "
            + table
            + " for each row execute function stumble()");
  }

  private Response submit(RequestSpecification call, String record, String body) {
    return heard(
        call.contentType("application/json")
            .body(body)
            .post(RECORDS + "/" + record + "/observations"));
  }

  private RequestSpecification teller() {
    return asTeller(PASSWORD);
  }

  private RequestSpecification asTeller(String password) {
    secrets.add(password);
    secrets.add(Base64.getEncoder().encodeToString(("teller:" + password).getBytes(UTF_8)));
    return Api.anonymous()
        .auth()
        .preemptive()
        .basic("teller", password)
        .header("Access-Purpose", PURPOSE);
  }

  /** No part of the token may be told either. */
  private RequestSpecification bearing(String token) {
    secrets.add(token);
    Stream.of(token.split("[.: ]", -1)).filter(part -> part.length() > 20).forEach(secrets::add);
    return Api.anonymous()
        .header("Authorization", "Bearer " + token)
        .header("Access-Purpose", PURPOSE);
  }

  private Map<String, Object> person(String role) {
    Map<String, Object> claims = tokens.claims(role);
    claims.putAll(PERSON);
    return claims;
  }

  private Response heard(Response answer) {
    if (answer.contentType().startsWith("application/problem+json")) {
      problems.add(answer.asString());
    }
    return answer;
  }

  private Set<String> codes() {
    Set<String> codes = new TreeSet<>();
    for (String problem : problems) {
      String type = JsonPath.from(problem).getString("type");
      codes.add(type.substring(type.lastIndexOf('/') + 1));
    }
    return codes;
  }

  /** Shortened: the answer is for people. */
  private static List<String> linesWith(String secret, String text) {
    return text.lines()
        .filter(line -> line.contains(secret))
        .map(line -> line.substring(0, Math.min(line.length(), 300)))
        .distinct()
        .limit(3)
        .toList();
  }
}
