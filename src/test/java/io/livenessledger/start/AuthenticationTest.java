package io.livenessledger.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuthenticationTest {
  private static final String AUDIENCE = "quarkus.oidc.token.audience";
  private static final String TOKEN_ISSUER = "quarkus.oidc.token.issuer";
  private static final String TRUSTED = "quarkus.tls.trust-store.pem.certs";
  private static final Map<String, String> TOKENS =
      Map.of(Authentication.ISSUER, "https://issuer", AUDIENCE, "us");
  private static final Map<String, String> CERTIFICATES =
      Map.of(Authentication.CERTIFICATE_ROLES, "roles.properties", TRUSTED, "ca.crt");

  @AfterEach
  void forgetThatTokensAreOn() {
    System.clearProperty(Authentication.TOKENS);
  }

  @Test
  void oneWayOrBothAreEnough() {
    assertMissing(TOKENS);
    assertMissing(CERTIFICATES);
    assertMissing(with(TOKENS, CERTIFICATES));
  }

  @Test
  void withNeitherBothWaysAreNamedInOneEntry() {
    String entry = assertMissing(Map.of(), Authentication.ISSUER).get(0);

    assertTrue(entry.contains("QUARKUS_OIDC_AUTH_SERVER_URL"), entry);
    assertTrue(entry.contains(Authentication.CERTIFICATE_ROLES), entry);
    assertTrue(entry.contains("QUARKUS_HTTP_AUTH_CERTIFICATE_ROLE_PROPERTIES"), entry);
  }

  @Test
  void audienceAndIssuerAreChecked() {
    assertMissing(Map.of(Authentication.ISSUER, "https://issuer"), AUDIENCE);
    assertMissing(with(TOKENS, Map.of(AUDIENCE, " ")), AUDIENCE);
    assertMissing(with(TOKENS, Map.of(AUDIENCE, "any")), AUDIENCE);
    assertMissing(with(TOKENS, Map.of(TOKEN_ISSUER, "any")), TOKEN_ISSUER);
    assertMissing(with(TOKENS, Map.of(AUDIENCE, "us,them")));
  }

  @Test
  void withoutDiscoveryIssuerAndKeysAreNamed() {
    Map<String, String> settings = with(TOKENS, Map.of("quarkus.oidc.discovery-enabled", "false"));
    assertMissing(settings, "quarkus.oidc.jwks-path", TOKEN_ISSUER);
    assertMissing(
        with(settings, Map.of("quarkus.oidc.jwks-path", "/keys", TOKEN_ISSUER, "https://issuer")));
  }

  @Test
  void clocksDifferByAMinuteAtMost() {
    String grace = "quarkus.oidc.token.lifespan-grace";
    assertMissing(with(TOKENS, Map.of(grace, "60")));
    assertMissing(with(TOKENS, Map.of(grace, "61")), grace);
  }

  @Test
  void rolesOfCertificatesNeedATrustStore() {
    Map<String, String> roles = Map.of(Authentication.CERTIFICATE_ROLES, "roles.properties");
    assertMissing(roles, TRUSTED);
    assertMissing(with(roles, Map.of(TRUSTED + "[0]", "ca.crt")));
    assertMissing(with(roles, Map.of("quarkus.tls.trust-store.p12.path", "ca.p12")));
    assertMissing(with(roles, Map.of("quarkus.http.ssl.certificate.trust-store-file", "ca.p12")));

    Map<String, String> named = with(roles, Map.of("quarkus.http.tls-configuration-name", "web"));
    assertMissing(with(named, Map.of(TRUSTED, "ca.crt")), "quarkus.tls.web.trust-store.pem.certs");
    assertMissing(with(named, Map.of("quarkus.tls.web.trust-store.pem.certs", "ca.crt")));
  }

  @Test
  void whoForwardsIsNamed() {
    assertMissing(
        with(CERTIFICATES, Map.of("quarkus.http.proxy.proxy-address-forwarding", "true")),
        "quarkus.http.proxy.trusted-proxies");
  }

  @Test
  void anIssuerTurnsTokensOn() {
    Authentication.complete(config(CERTIFICATES));
    assertNull(System.getProperty(Authentication.TOKENS));
    Authentication.complete(config(TOKENS));
    assertEquals("true", System.getProperty(Authentication.TOKENS));
  }

  private static List<String> assertMissing(Map<String, String> settings, String... keys) {
    List<String> missing = new ArrayList<>();
    Authentication.require(config(settings), missing);
    assertEquals(keys.length, missing.size(), missing.toString());
    for (int i = 0; i < keys.length; i++) {
      assertTrue(missing.get(i).startsWith(keys[i] + " "), missing.toString());
    }
    return missing;
  }

  private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
    Map<String, String> all = new HashMap<>(some);
    all.putAll(more);
    return all;
  }

  private static Config config(Map<String, String> settings) {
    return new SmallRyeConfigBuilder()
        .withSources(new PropertiesConfigSource(settings, "test", 100))
        .build();
  }
}
