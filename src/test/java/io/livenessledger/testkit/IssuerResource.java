package io.livenessledger.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** An issuer for the program under test. */
public class IssuerResource implements QuarkusTestResourceLifecycleManager {
  private Issuer issuer;

  @Override
  public Map<String, String> start() {
    issuer = new Issuer();
    return Map.of(
        "quarkus.oidc.auth-server-url",
        issuer.url(),
        "quarkus.oidc.tenant-enabled",
        "true",
        "quarkus.oidc.token.audience",
        Tokens.AUDIENCE);
  }

  @Override
  public void stop() {
    if (issuer != null) {
      issuer.close();
    }
  }
}
