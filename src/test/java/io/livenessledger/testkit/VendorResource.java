package io.livenessledger.testkit;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A real HTTP server in the vendor's place; {@link Vendor} tells it what to answer. */
public class VendorResource implements QuarkusTestResourceLifecycleManager {
  /** The token that the program is given; it must appear nowhere but in requests to the vendor. */
  public static final String TOKEN = "test-token-5f0c1d";

  private final WireMockServer server =
      new WireMockServer(
          WireMockConfiguration.options()
              .bindAddress("127.0.0.1")
              .dynamicPort()
              .containerThreads(64)
              .asynchronousResponseEnabled(true));

  @Override
  public Map<String, String> start() {
    server.start();
    return Map.of(
        "quarkus.rest-client.verifik.url", "http://127.0.0.1:" + server.port(),
        "ledger.vendor.token", TOKEN,
        "ledger.vendor.timeout", "PT1S",
        "ledger.vendor.retry.delay", "PT0.01S",
        // The breaker has a test of its own; here it would make tests depend on each other
        "ledger.vendor.breaker.tries", "100000");
  }

  @Override
  public void stop() {
    server.stop();
  }
}
