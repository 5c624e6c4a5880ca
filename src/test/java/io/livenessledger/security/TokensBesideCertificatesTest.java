package io.livenessledger.security;

import static io.livenessledger.testkit.Api.RECORDS;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.CertificatesResource;
import io.livenessledger.testkit.IssuerResource;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.OwnDatabase;
import io.livenessledger.testkit.TlsCalls;
import io.livenessledger.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Both ways to know a caller at once. */
@LedgerTest
@QuarkusTestResource(value = CertificatesResource.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = IssuerResource.class, restrictToAnnotatedClass = true)
@TestProfile(TokensBesideCertificatesTest.Own.class)
class TokensBesideCertificatesTest {
  /** A program with both, which no other class needs. */
  public static class Own extends OwnDatabase {}

  @TestHTTPResource(value = "", tls = true)
  URI server;

  @ConfigProperty(name = "quarkus.tls.callers.key-store.p12.path")
  Path serverStore;

  @ConfigProperty(name = "quarkus.oidc.auth-server-url")
  String issuer;

  private TlsCalls calls;
  private Tokens tokens;
  private String body;

  @BeforeEach
  void storeOneRecord() {
    calls = new TlsCalls(serverStore);
    tokens = new Tokens(issuer);
    String id = Bodies.freshId();
    Api.submit(id, Bodies.small(id, "new")).then().statusCode(201);
    body = server + RECORDS.substring(1) + "/" + id + "/observations/1/body";
  }

  @Test
  void eitherIsEnough() {
    assertEquals(200, calls.as("auditor").get(body).statusCode());
    assertEquals(200, bearing("auditor", calls.withoutCertificate()).get(body).statusCode());
    assertEquals(401, calls.withoutCertificate().get(body).statusCode());
  }

  @Test
  void whoBringsBothMayWhatTheTokenSays() {
    assertEquals(200, bearing("auditor", calls.as("viewer")).get(body).statusCode());
    assertEquals(403, bearing("viewer", calls.as("auditor")).get(body).statusCode());
    calls
        .as("auditor")
        .header("Authorization", "Bearer " + tokens.signByStranger(tokens.claims("auditor")))
        .get(body)
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", startsWith("Bearer"));
  }

  private RequestSpecification bearing(String role, RequestSpecification request) {
    return request.header("Authorization", "Bearer " + tokens.sign(tokens.claims(role)));
  }
}
