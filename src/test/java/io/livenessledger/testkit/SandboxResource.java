package io.livenessledger.testkit;

import io.livenessledger.verifik.sandbox.SandboxVendor;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** The sandbox in the vendor's place, as in dev mode, with no fetch counted yet. */
public class SandboxResource implements QuarkusTestResourceLifecycleManager {
  private SandboxVendor sandbox;

  @Override
  public Map<String, String> start() {
    try {
      sandbox = SandboxVendor.start(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.of(
        "quarkus.rest-client.verifik.url", sandbox.url(),
        "ledger.vendor.token", "sandbox",
        "ledger.vendor.sandbox", "true");
  }

  @Override
  public void stop() {
    if (sandbox != null) {
      sandbox.close();
    }
  }
}
