package io.livenessledger.security;

import static io.livenessledger.testkit.Api.RECORDS;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.CertificatesResource;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.OwnDatabase;
import io.livenessledger.testkit.TlsCalls;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.net.ssl.SSLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Callers that are known by their certificates. */
@LedgerTest
@QuarkusTestResource(value = CertificatesResource.class, restrictToAnnotatedClass = true)
@TestProfile(MutualTlsTest.Own.class)
class MutualTlsTest {
  /** A program with TLS, which no other class needs. */
  public static class Own extends OwnDatabase {}

  @TestHTTPResource(value = "", tls = true)
  URI server;

  @ConfigProperty(name = "quarkus.tls.callers.key-store.p12.path")
  Path serverStore;

  @Test
  void aCertificateIsWhatItsNameMay() throws SQLException {
    String request = UUID.randomUUID().toString();
    String id = stored();
    String body = RECORDS + "/" + id + "/observations/1/body";

    assertEquals(200, with("viewer").get(server + RECORDS.substring(1) + "/" + id).statusCode());
    assertEquals(403, with("viewer").get(server + body.substring(1)).statusCode());
    assertEquals(
        200,
        with("auditor")
            .header("X-Request-Id", request)
            .get(server + body.substring(1))
            .statusCode());
    assertEquals(
        List.of("CN=audit firm|CN=audit firm|[\"auditor\", \"image-viewer\", \"viewer\"]"),
        Database.rows(
            "select s ->> 'subject', s ->> 'issuer', s ->> 'roles'"
                + " from (select convert_from(statement, 'UTF8')::jsonb as s from access_event) e"
                + " where s ->> 'requestId' = '"
                + request
                + "'"));
  }

  @Test
  void aTrustedCertificateWithoutARoleOpensNothing() {
    assertEquals(403, with("unknown").get(server + RECORDS.substring(1)).statusCode());
  }

  @Test
  void noCertificateIsNobody() {
    new TlsCalls(serverStore)
        .withoutCertificate()
        .get(server + RECORDS.substring(1))
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", notNullValue())
        .body("detail", equalTo("Missing or invalid credentials."));
  }

  @Test
  void aCertificateThatNobodyTrustsDoesNotConnect() {
    assertThrows(
        SSLException.class, () -> with("stranger").get(server + RECORDS.substring(1)).statusCode());
  }

  @Test
  void onlyTlsOfTodayIsSpoken() throws Exception {
    assertEquals("TLSv1.3", new TlsCalls(serverStore).protocol(server, "TLSv1.3"));
    assertThrows(SSLException.class, () -> new TlsCalls(serverStore).protocol(server, "TLSv1.2"));
  }

  private RequestSpecification with(String caller) {
    return new TlsCalls(serverStore).as(caller);
  }

  private static String stored() {
    String id = Bodies.freshId();
    Api.submit(id, Bodies.small(id, "new")).then().statusCode(201);
    return id;
  }
}
