package io.livenessledger.security;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.livenessledger.testkit.CertificatesResource;
import io.livenessledger.testkit.Issuer;
import io.livenessledger.testkit.Packaged;
import io.livenessledger.testkit.TestDatabase;
import io.livenessledger.testkit.TlsCalls;
import io.livenessledger.testkit.Tokens;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Callers of the packaged program, which has no demo users beside them. */
class PackagedCallersIT {
  private static final String RECORDS = "/v1/document-liveness";

  @TempDir Path directory;

  @Test
  void certificatesAloneAreEnough() throws Exception {
    Map<String, String> settings = settings();
    settings.remove("quarkus.oidc.auth-server-url");
    settings.remove("quarkus.oidc.token.audience");
    settings.putAll(new CertificatesResource().start());
    settings.put("quarkus.http.host", "localhost");
    settings.put("quarkus.http.ssl-port", "0");
    settings.put("quarkus.http.insecure-requests", "disabled");
    TlsCalls calls = new TlsCalls(Path.of(settings.get("quarkus.tls.callers.key-store.p12.path")));

    try (Packaged program = Packaged.start(directory, settings)) {
      String records = program.url() + RECORDS;
      calls.as("viewer").header("Access-Purpose", "acceptance").get(records).then().statusCode(200);
      calls
          .withoutCertificate()
          .get(records)
          .then()
          .statusCode(401)
          .header("WWW-Authenticate", equalTo("X509"));
      assertEquals(
          401,
          calls
              .withoutCertificate()
              .auth()
              .preemptive()
              .basic("viewer", "viewer")
              .get(records)
              .statusCode());
      assertEquals(403, calls.as("unknown").get(records).statusCode());
    }
  }

  @Test
  void anIssuerThatIsDownStopsNoStart() throws Exception {
    Map<String, String> settings = settings();
    String token;
    try (Issuer gone = new Issuer()) {
      settings.put("quarkus.oidc.auth-server-url", gone.url());
      Tokens tokens = new Tokens(gone.url());
      token = tokens.sign(tokens.claims("viewer"));
    }

    try (Packaged program = Packaged.start(directory, settings)) {
      given()
          .get(program.url() + RECORDS)
          .then()
          .statusCode(401)
          .header("WWW-Authenticate", startsWith("Bearer"))
          .body("detail", equalTo("Missing or invalid credentials."));
      given()
          .header("Authorization", "Bearer " + token)
          .get(program.url() + RECORDS)
          .then()
          .statusCode(401)
          .header("WWW-Authenticate", startsWith("Bearer"))
          .body("detail", equalTo("Missing or invalid credentials."));
      assertFalse(program.printedAStackTrace(), program.output());
      assertFalse(program.output().contains(token), program.output());
    }
  }

  private static Map<String, String> settings() {
    return new HashMap<>(Packaged.settings(TestDatabase.fresh("callers")));
  }
}
