package io.livenessledger.start;

import io.livenessledger.verifik.sandbox.SandboxVendor;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfig;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * The sandbox vendor for dev mode. Never part of a run that was given the vendor's URL or a token.
 */
final class SandboxStandIn implements Companion {
  private static final Logger LOG = Logger.getLogger(SandboxStandIn.class);
  private static final String URL = "quarkus.rest-client.verifik.url";
  private static final String SANDBOX = "ledger.vendor.sandbox";
  private static final List<String> TOKENS =
      List.of("ledger.vendor.token", "ledger.vendor.token-file");

  /** Ordinal of application.properties inside the program, which holds the vendor's real URL. */
  private static final int BUILT_IN = 250;

  private SandboxVendor vendor;

  @Override
  public boolean isWanted(Config config) {
    return System.getProperty(SANDBOX) == null
        && !isUrlGiven(config)
        && TOKENS.stream().noneMatch(key -> isSet(config, key));
  }

  private static boolean isUrlGiven(Config config) {
    ConfigValue url = config.unwrap(SmallRyeConfig.class).getConfigValue(URL);
    return url.getValue() != null && url.getConfigSourceOrdinal() > BUILT_IN;
  }

  private static boolean isSet(Config config, String key) {
    return config.getOptionalValue(key, String.class).filter(v -> !v.isBlank()).isPresent();
  }

  @Override
  public synchronized void start(Config config) {
    try {
      vendor = SandboxVendor.start(0);
    } catch (IOException noPort) {
      throw new StartUpFailure("The sandbox vendor did not start: " + noPort.getMessage());
    }
    System.setProperty(URL, vendor.url());
    System.setProperty("ledger.vendor.token", "sandbox");
    System.setProperty(SANDBOX, "true");
    LOG.infof("Sandbox vendor on %s; the README lists its records", vendor.url());
  }

  @Override
  public synchronized void stop() {
    if (vendor != null) {
      vendor.close();
    }
  }
}
