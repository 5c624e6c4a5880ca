package io.livenessledger.verifik;

import io.livenessledger.verifik.token.TokenStanding;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready when there is what it takes to call the vendor. Does not call it: calls can be charged. A
 * token that has expired or was rejected is told here, with what to do about it, and is no reason
 * to take the service away: what is stored can be read without the vendor, and every replica has
 * the same token.
 */
@Readiness
@ApplicationScoped
class VendorReadiness implements HealthCheck {
  private final TokenStanding token;
  private final VerifikConfig config;

  VendorReadiness(TokenStanding token, VerifikConfig config) {
    this.token = token;
    this.config = config;
  }

  @Override
  public HealthCheckResponse call() {
    boolean configured = token.isThere();
    var response = HealthCheckResponse.named("vendor configuration").status(configured);
    if (config.sandbox()) {
      response.withData("vendor", "sandbox");
    }
    if (!configured) {
      response.withData("missing", "ledger.vendor.token or ledger.vendor.token-file");
    }
    tell(response);
    return response.build();
  }

  private void tell(HealthCheckResponseBuilder response) {
    token.trouble().ifPresent(trouble -> response.withData("token file", trouble));
    token
        .expires()
        .ifPresent(
            expiry ->
                response
                    .withData("token expires", expiry.toString())
                    .withData("days left", (long) Math.floor(token.daysLeft())));
    token.action().ifPresent(action -> response.withData("action", action));
  }
}
