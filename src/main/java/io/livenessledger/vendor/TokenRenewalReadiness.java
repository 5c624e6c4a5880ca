package io.livenessledger.vendor;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Always ready: a token that is not renewed works until it expires, and what then has to be done is
 * said beside it.
 */
@Readiness
@ApplicationScoped
class TokenRenewalReadiness implements HealthCheck {
  private final TokenRenewal renewal;

  TokenRenewalReadiness(TokenRenewal renewal) {
    this.renewal = renewal;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response =
        HealthCheckResponse.named("vendor token renewal")
            .up()
            .withData("enabled", renewal.isWanted());
    if (renewal.isWanted()) {
      renewal.obstacle().ifPresent(why -> response.withData("obstacle", why));
      renewal.last().ifPresent(last -> response.withData("last", last));
    }
    return response.build();
  }
}
