package io.livenessledger;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** How a packaged program knows its callers: by OIDC bearer tokens, by certificates, or by both. */
final class Authentication {
  static final String ISSUER = "quarkus.oidc.auth-server-url";
  static final String CERTIFICATE_ROLES = "quarkus.http.auth.certificate-role-properties";
  private static final String TOKENS = "quarkus.oidc.tenant-enabled";
  private static final String FORWARDING = "quarkus.http.proxy.proxy-address-forwarding";

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
    if (!tokens && !isSet(config, CERTIFICATE_ROLES)) {
      missing.add(
          String.format(
              Locale.ROOT,
              "%s (environment variable %s), the OIDC issuer of callers' tokens; or %s (%s), the roles of"
                  + " callers' certificates",
              ISSUER,
              RequiredSettings.environmentName(ISSUER),
              CERTIFICATE_ROLES,
              RequiredSettings.environmentName(CERTIFICATE_ROLES)));
    }
    if (tokens) {
      String audience =
          "the audience that tokens must be for: one for another service is none for us";
      RequiredSettings.require(config, "quarkus.oidc.token.audience", audience, missing);
      if (!value(config, "quarkus.oidc.discovery-enabled", true)) {
        RequiredSettings.require(
            config,
            "quarkus.oidc.token.issuer",
            "whose tokens they are, without discovery",
            missing);
      }
    }
    if (value(config, FORWARDING, false)) {
      RequiredSettings.require(
          config,
          "quarkus.http.proxy.trusted-proxies",
          "who may say in a header where a call came from",
          missing);
    }
  }

  private static boolean isSet(Config config, String key) {
    return config.getOptionalValue(key, String.class).filter(v -> !v.isBlank()).isPresent();
  }

  private static boolean value(Config config, String key, boolean otherwise) {
    Optional<Boolean> value = config.getOptionalValue(key, Boolean.class);
    return value.orElse(otherwise);
  }
}
