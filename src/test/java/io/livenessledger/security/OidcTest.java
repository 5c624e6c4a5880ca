package io.livenessledger.security;

import static io.livenessledger.testkit.Api.RECORDS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.IssuerResource;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.Logged;
import io.livenessledger.testkit.OwnDatabase;
import io.livenessledger.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.keys.RsaKeyUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bearer tokens of a real issuer, good and bad. */
@LedgerTest
@QuarkusTestResource(value = IssuerResource.class, restrictToAnnotatedClass = true)
@TestProfile(OidcTest.Own.class)
class OidcTest {
  private static final Logger LOG = Logger.getLogger(OidcTest.class);

  /** A program that asks for unknown keys at once. */
  public static class Own extends OwnDatabase {
    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
      settings.put("quarkus.oidc.token.forced-jwk-refresh-interval", "0S");
      // With these an issuer would be asked what it thinks of a token that we cannot check
      settings.put("quarkus.oidc.client-id", "liveness-ledger");
      settings.put("quarkus.oidc.credentials.secret", "for-tests-only");
      return settings;
    }
  }

  @ConfigProperty(name = "quarkus.oidc.auth-server-url")
  String issuer;

  @Inject VerifiedTokens verified;

  private Tokens tokens;

  @BeforeEach
  void reachIssuer() {
    tokens = new Tokens(issuer);
  }

  @Test
  void aGoodTokenIsItsSubject() throws SQLException {
    String request = UUID.randomUUID().toString();
    String id = stored();

    Api.anonymous()
        .header(
            "Authorization", "Bearer " + tokens.sign(tokens.claims("auditor", "offline_access")))
        .header("X-Request-Id", request)
        .get(RECORDS + "/" + id + "/observations/1/body")
        .then()
        .statusCode(200);

    assertEquals(
        List.of("subject-1|" + issuer + "|compliance-app|[\"auditor\", \"viewer\"]"),
        Database.rows(
            "select s ->> 'subject', s ->> 'issuer', s ->> 'clientId', s ->> 'roles'"
                + " from (select convert_from(statement, 'UTF8')::jsonb as s from access_event) e"
                + " where s ->> 'requestId' = '"
                + request
                + "'"));
  }

  @Test
  void aSubjectThatCannotBeStoredAsItIsIsAuditedAllTheSame() throws SQLException {
    call(tokens.sign(changed("sub", "a\0b"))).statusCode(200);

    assertEquals(
        List.of("1"),
        Database.rows("select count(*) from access_event where subject = 'a\uFFFDb'"));
  }

  @Test
  void severalRolesAddUp() {
    Map<String, Object> claims = tokens.claims("operator", "auditor");
    String id = Bodies.freshId();

    Api.anonymous()
        .header("Authorization", "Bearer " + tokens.sign(claims))
        .contentType("application/json")
        .body(Bodies.small(id, "new"))
        .post(RECORDS + "/" + id + "/observations")
        .then()
        .statusCode(201)
        .body("observation.caller", equalTo("subject-1"));
    call(tokens.sign(claims), "/" + id + "/observations/1/body").statusCode(200);
  }

  @Test
  void aTokenWithoutARoleOpensNothing() {
    call(tokens.sign(tokens.claims())).statusCode(403);
    call(tokens.sign(tokens.claims("admin"))).statusCode(403);
    call(tokens.sign(tokens.claims("image-viewer"))).statusCode(403);
  }

  @Test
  void anExpiredTokenIsNone() {
    long now = Instant.now().getEpochSecond();
    refused("exp", now - 60);
    // The clocks may differ by some seconds
    call(tokens.sign(changed("exp", now - 2))).statusCode(200);
  }

  @Test
  void aTokenOfTomorrowIsNone() {
    refused("nbf", Instant.now().getEpochSecond() + 60);
    call(tokens.sign(changed("nbf", Instant.now().getEpochSecond() + 2))).statusCode(200);
  }

  @Test
  void aTokenOfAnotherAudienceOrIssuerIsNone() {
    refused("aud", "another-service");
    refused("aud", null);
    refused("iss", "https://issuer.invalid");
    refused("iss", null);
    refused("sub", null);
    refused("exp", null);
  }

  @Test
  void aTokenThatIsNotSignedIsNone() {
    String[] parts = tokens.sign(tokens.claims("viewer")).split("\\.", 3);
    String none = encoded("{\"alg\":\"none\"}");

    unauthenticated(none + "." + parts[1] + ".");
    unauthenticated(none + "." + parts[1] + "." + parts[2]);
    unauthenticated(parts[0] + "." + parts[1] + ".");
    unauthenticated(parts[0] + "." + encoded("{\"sub\":\"somebody\"}") + "." + parts[2]);
    unauthenticated(encoded("{\"alg\":\"HS256\"}") + "." + parts[1] + "." + parts[2]);
    unauthenticated("nonsense");
    unauthenticated("a.b.c");
  }

  @Test
  void thePublicKeyIsNoSharedSecret() throws Exception {
    String[] parts = tokens.sign(tokens.claims("viewer")).split("\\.", 3);
    String kid = JsonPath.from(decoded(parts[0])).getString("kid");
    String signed = encoded("{\"alg\":\"HS256\",\"kid\":\"" + kid + "\"}") + "." + parts[1];
    RsaJsonWebKey key =
        (RsaJsonWebKey)
            new JsonWebKeySet(tokens.publicKeys()).findJsonWebKey(kid, null, null, null);
    Mac mac = Mac.getInstance("HmacSHA256");

    for (byte[] secret :
        List.of(
            key.getPublicKey().getEncoded(),
            RsaKeyUtil.pemEncode(key.getPublicKey()).getBytes(UTF_8),
            tokens.publicKeys().getBytes(UTF_8))) {
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      byte[] signature = mac.doFinal(signed.getBytes(UTF_8));
      unauthenticated(
          signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature));
    }
  }

  @Test
  void aKeyThatTheIssuerDoesNotPublishSignsNothing() {
    unauthenticated(tokens.signByStranger(tokens.claims("viewer")));
  }

  @Test
  void noTokenIsLeftToTheIssuerToJudge() {
    unauthenticated("opaque");
    unauthenticated(tokens.signByStranger(tokens.claims("viewer")));

    assertEquals(0, tokens.asked("introspections"));
  }

  @Test
  void nothingOfATokenReachesTheLog() {
    Map<String, Object> claims = tokens.claims("viewer");
    claims.put("sub", "subject-of-the-log");
    String good = tokens.sign(claims);
    claims.put("aud", "another-service");
    String bad = tokens.sign(claims);

    List<String> lines =
        Logged.during(
            () -> {
              LOG.info("heard");
              call(good).statusCode(200);
              unauthenticated(bad);
              unauthenticated(bad + "x");
              unauthenticated(tokens.signByStranger(claims));
            });

    assertTrue(lines.stream().anyMatch(line -> line.endsWith("heard")), lines.toString());
    for (String word : List.of("subject-of-the-log", good, bad, good.split("\\.", 3)[1])) {
      assertEquals(List.of(), lines.stream().filter(line -> line.contains(word)).toList());
    }
  }

  @Test
  void aNewKeyOfTheIssuerIsKnownAtOnce() {
    String before = tokens.sign(tokens.claims("viewer"));
    call(before).statusCode(200);

    tokens.rotate();

    call(tokens.sign(tokens.claims("viewer"))).statusCode(200);
    unauthenticated(before);
  }

  @Test
  void aTokenIsVerifiedOnceAndKnownWhileItIsGood() {
    long now = Instant.now().getEpochSecond();
    String good = tokens.sign(tokens.claims("viewer"));
    String bound = tokens.sign(changed("cnf", Map.of("jkt", "a key's thumbprint")));
    String late = tokens.sign(changed("exp", now - 2));
    String refused = tokens.sign(tokens.claims("admin"));

    List.of(good, good, bound, late).forEach(token -> call(token).statusCode(200));
    call(refused).statusCode(403);

    assertEquals(Set.of("viewer"), verified.known(good).getRoles());
    assertNull(verified.known(good).getAttribute(RoutingContext.class.getName()));
    assertNull(verified.known(bound));
    assertNull(verified.known(late));
    call(refused).statusCode(403);
    unauthenticated(good.substring(0, good.lastIndexOf('.') + 1) + "x");
  }

  @Test
  void aKnownTokenThatExpiresIsKnownNoMore() {
    String token = tokens.sign(changed("exp", Instant.now().getEpochSecond() + 3));
    call(token).statusCode(200);
    assertNotNull(verified.known(token));

    await().atMost(Duration.ofSeconds(5)).until(() -> verified.known(token) == null);
  }

  private void refused(String claim, Object value) {
    unauthenticated(tokens.sign(changed(claim, value)));
  }

  private Map<String, Object> changed(String claim, Object value) {
    Map<String, Object> claims = tokens.claims("viewer");
    if (value == null) {
      claims.remove(claim);
    } else {
      claims.put(claim, value);
    }
    return claims;
  }

  private static void unauthenticated(String token) {
    call(token)
        .statusCode(401)
        .header("WWW-Authenticate", startsWith("Bearer"))
        .body("type", equalTo("https://livenessledger.io/problems/unauthenticated"))
        .body("detail", equalTo("Missing or invalid credentials."));
  }

  private static ValidatableResponse call(String token) {
    return call(token, "");
  }

  private static ValidatableResponse call(String token, String below) {
    return Api.anonymous().header("Authorization", "Bearer " + token).get(RECORDS + below).then();
  }

  private static String decoded(String part) {
    return new String(Base64.getUrlDecoder().decode(part), UTF_8);
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
  }

  private static String stored() {
    String id = Bodies.freshId();
    Api.submit(id, Bodies.small(id, "new")).then().statusCode(201);
    return id;
  }
}
