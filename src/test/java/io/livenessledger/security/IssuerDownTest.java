package io.livenessledger.security;

import static io.livenessledger.testkit.Api.RECORDS;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Issuer;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.OwnDatabase;
import io.livenessledger.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A program that started before its issuer. */
@LedgerTest
@QuarkusTestResource(value = IssuerDownTest.NoIssuer.class, restrictToAnnotatedClass = true)
@TestProfile(IssuerDownTest.Own.class)
class IssuerDownTest {
  /** A start of its own. */
  public static class Own extends OwnDatabase {}

  /** An address at which nobody listens. */
  public static class NoIssuer implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
      try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        return Map.of(
            "quarkus.oidc.auth-server-url",
            "http://127.0.0.1:" + free.getLocalPort(),
            "quarkus.oidc.tenant-enabled",
            "true",
            "quarkus.oidc.token.audience",
            Tokens.AUDIENCE);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void stop() {
      // Nothing was started
    }
  }

  @ConfigProperty(name = "quarkus.oidc.auth-server-url")
  URI address;

  @Test
  void nobodyComesInByATokenUntilTheIssuerAnswers() {
    Tokens tokens = new Tokens(address.toString());
    String token;
    try (Issuer ofLater = new Issuer()) {
      token = new Tokens(ofLater.url()).sign(tokens.claims("viewer"));
    }

    unauthenticated(called("Bearer " + token));
    Api.anonymous().get(RECORDS).then().statusCode(401);
    Api.as("viewer").get(RECORDS).then().statusCode(200);

    try (Issuer issuer = new Issuer(address.getPort())) {
      called("Bearer " + new Tokens(issuer.url()).sign(tokens.claims("viewer"))).statusCode(200);
      unauthenticated(called("Bearer " + token));
    }
  }

  private static ValidatableResponse called(String authorization) {
    return Api.anonymous().header("Authorization", authorization).get(RECORDS).then();
  }

  private static void unauthenticated(ValidatableResponse answer) {
    answer
        .statusCode(401)
        .header("WWW-Authenticate", startsWith("Bearer"))
        .body("detail", equalTo("Missing or invalid credentials."));
  }
}
