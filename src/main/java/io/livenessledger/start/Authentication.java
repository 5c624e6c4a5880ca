package io.livenessledger.start;

import io.smallrye.config.SmallRyeConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** How a packaged program knows its callers: by OIDC bearer tokens, by certificates, or by both. */
public final class Authentication {
  static final String ISSUER = "quarkus.oidc.auth-server-url";
  static final String CERTIFICATE_ROLES = "quarkus.http.auth.certificate-role-properties";
  public static final String TOKENS = "quarkus.oidc.tenant-enabled";
  private static final String AUDIENCE = "quarkus.oidc.token.audience";
  private static final String TOKEN_ISSUER = "quarkus.oidc.token.issuer";
  private static final String GRACE = "quarkus.oidc.token.lifespan-grace";
  private static final String FORWARDING = "quarkus.http.proxy.proxy-address-forwarding";

  /** The value with which Quarkus leaves an audience or an issuer unchecked. */
  private static final String UNCHECKED = "any";

  /** Above this it is no difference of clocks any more but a longer life for every token. */
  private static final int MAX_GRACE_SECONDS = 60;

  private Authentication() {}

  /** Turns tokens on where an issuer is configured. */
  static void complete(Config config) {
    if (isSet(config, ISSUER)) {
      System.setProperty(TOKENS, "true");
    }
  }

  /** Adds what is missing: one way at least, and whatever makes that way a safe one. */
  static void require(Config config, List<String> missing) {
    boolean tokens = isSet(config, ISSUER);
    boolean certificates = isSet(config, CERTIFICATE_ROLES);
    if (!tokens && !certificates) {
      missing.add(
          RequiredSettings.named(ISSUER, "the OIDC issuer of callers' tokens; or ")
              + RequiredSettings.named(CERTIFICATE_ROLES, "the roles of callers' certificates"));
    }
    if (tokens) {
      requireCheckedTokens(config, missing);
    }
    if (certificates && trustStores(config).noneMatch(key -> isSet(config, key))) {
      missing.add(
          RequiredSettings.named(
              trustStores(config).findFirst().orElseThrow(),
              "who signs callers' certificates, or another trust store"));
    }
    if (value(config, FORWARDING, Boolean.class).orElse(false)) {
      RequiredSettings.require(
          config,
          "quarkus.http.proxy.trusted-proxies",
          "who may say in a header where a call came from",
          missing);
    }
  }

  private static void requireCheckedTokens(Config config, List<String> missing) {
    if (!isSet(config, AUDIENCE) || isUnchecked(config, AUDIENCE)) {
      missing.add(
          RequiredSettings.named(
              AUDIENCE,
              "the audience that tokens must be for: one for another service is none;"
                  + " 'any' checks nothing"));
    }
    boolean discovery = value(config, "quarkus.oidc.discovery-enabled", Boolean.class).orElse(true);
    if (!discovery) {
      RequiredSettings.require(
          config, "quarkus.oidc.jwks-path", "the issuer's keys, without discovery", missing);
    }
    if ((!discovery && !isSet(config, TOKEN_ISSUER)) || isUnchecked(config, TOKEN_ISSUER)) {
      missing.add(RequiredSettings.named(TOKEN_ISSUER, "whose tokens they are"));
    }
    if (value(config, GRACE, Integer.class).orElse(0) > MAX_GRACE_SECONDS) {
      missing.add(
          RequiredSettings.named(GRACE, "of at most " + MAX_GRACE_SECONDS + " seconds for clocks"));
    }
  }

  /** The keys that can hold the trust store of the interface, the likeliest first. */
  private static Stream<String> trustStores(Config config) {
    String prefix =
        value(config, "quarkus.http.tls-configuration-name", String.class)
            .map(name -> "quarkus.tls." + name + ".trust-store.")
            .orElse("quarkus.tls.trust-store.");
    return Stream.of(
        prefix + "pem.certs",
        prefix + "p12.path",
        prefix + "jks.path",
        "quarkus.http.ssl.certificate.trust-store-file",
        "quarkus.http.ssl.certificate.trust-store-files");
  }

  private static boolean isUnchecked(Config config, String key) {
    return values(config, key).equals(List.of(UNCHECKED));
  }

  private static boolean isSet(Config config, String key) {
    return values(config, key).stream().anyMatch(value -> !value.isBlank());
  }

  /** Lists can also be given with an index for each value. */
  private static List<String> values(Config config, String key) {
    return config
        .unwrap(SmallRyeConfig.class)
        .getOptionalValues(key, String.class, ArrayList::new)
        .orElseGet(ArrayList::new);
  }

  private static <T> Optional<T> value(Config config, String key, Class<T> type) {
    return config.getOptionalValue(key, type);
  }
}
