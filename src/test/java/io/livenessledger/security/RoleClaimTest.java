package io.livenessledger.security;

import static io.livenessledger.testkit.Api.RECORDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Issuer;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.OwnDatabase;
import io.livenessledger.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** An issuer without discovery that has the roles in a claim of its own. */
@LedgerTest
@QuarkusTestResource(value = RoleClaimTest.KeysAlone.class, restrictToAnnotatedClass = true)
@TestProfile(RoleClaimTest.Own.class)
class RoleClaimTest {
  /** A start of its own. */
  public static class Own extends OwnDatabase {}

  /** Whose tokens and which keys is said in settings. */
  public static class KeysAlone implements QuarkusTestResourceLifecycleManager {
    private Issuer issuer;

    @Override
    public Map<String, String> start() {
      issuer = new Issuer();
      return Map.of(
          "quarkus.oidc.auth-server-url", issuer.url(),
          "quarkus.oidc.discovery-enabled", "false",
          "quarkus.oidc.jwks-path", "/keys",
          "quarkus.oidc.token.issuer", issuer.url(),
          "quarkus.oidc.tenant-enabled", "true",
          "quarkus.oidc.token.audience", Tokens.AUDIENCE,
          "quarkus.oidc.roles.role-claim-path", "resource_access/liveness-ledger/roles");
    }

    @Override
    public void stop() {
      if (issuer != null) {
        issuer.close();
      }
    }
  }

  @ConfigProperty(name = "quarkus.oidc.auth-server-url")
  String issuer;

  @Test
  void rolesComeFromTheConfiguredClaimAlone() {
    Tokens tokens = new Tokens(issuer);
    Map<String, Object> claims = tokens.claims("viewer");
    assertEquals(403, status(tokens.sign(claims)));

    claims.put("resource_access", Map.of("another", Map.of("roles", List.of("viewer"))));
    assertEquals(403, status(tokens.sign(claims)));

    claims.put(
        "resource_access", Map.of("liveness-ledger", Map.of("roles", List.of("admin", "auditor"))));
    assertEquals(200, status(tokens.sign(claims)));
  }

  @Test
  void theIssuerIsCheckedWithoutDiscoveryToo() {
    Tokens tokens = new Tokens(issuer);
    Map<String, Object> claims = tokens.claims();
    claims.put("resource_access", Map.of("liveness-ledger", Map.of("roles", List.of("viewer"))));
    assertEquals(200, status(tokens.sign(claims)));

    claims.put("iss", "https://issuer.invalid");
    assertEquals(401, status(tokens.sign(claims)));
    assertEquals(401, status(tokens.signByStranger(claims)));
  }

  @Test
  void forgedKeyIdsDoNotMakeUsAskTheIssuerAllTheTime() {
    Tokens tokens = new Tokens(issuer);
    int before = tokens.asked("keys");

    for (int i = 0; i < 5; i++) {
      assertEquals(401, status(tokens.signByStranger(tokens.claims("viewer"))));
    }

    assertTrue(tokens.asked("keys") - before <= 1);
  }

  private static int status(String token) {
    return Api.anonymous().header("Authorization", "Bearer " + token).get(RECORDS).statusCode();
  }
}
