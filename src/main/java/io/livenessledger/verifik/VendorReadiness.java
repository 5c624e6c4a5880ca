package io.livenessledger.verifik;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when there is what it takes to call the vendor. Does not call it: calls can be charged. */
@Readiness
@ApplicationScoped
class VendorReadiness implements HealthCheck {
  private final VerifikGateway gateway;
  private final VerifikConfig config;

  VendorReadiness(VerifikGateway gateway, VerifikConfig config) {
    this.gateway = gateway;
    this.config = config;
  }

  @Override
  public HealthCheckResponse call() {
    boolean configured = gateway.isConfigured();
    var response = HealthCheckResponse.named("vendor configuration").status(configured);
    if (config.sandbox()) {
      response.withData("vendor", "sandbox");
    }
    if (!configured) {
      response.withData("missing", "ledger.vendor.token or ledger.vendor.token-file");
    }
    return response.build();
  }
}
