package io.livenessledger.start;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.Config;

/** What a packaged program cannot run without. Dev mode and tests bring it along. */
final class RequiredSettings {
  static final String KEY_FILE = "ledger.log.key-file";

  private RequiredSettings() {}

  /** Fails with one line that names every setting that is missing. */
  static void check(Config config) {
    List<String> missing = new ArrayList<>();
    require(config, DatabaseUrls.JDBC, "where the PostgreSQL database is", missing);
    require(config, "quarkus.datasource.username", "liveness_app or its like", missing);
    if (config.getOptionalValue("quarkus.flyway.migrate-at-start", Boolean.class).orElse(true)) {
      require(
          config,
          "quarkus.flyway.username",
          "liveness_owner or its like; or quarkus.flyway.migrate-at-start=false",
          missing);
    }
    require(config, KEY_FILE, "the Ed25519 key that signs the log's checkpoints", missing);
    Authentication.require(config, missing);
    if (!missing.isEmpty()) {
      throw new StartUpFailure("Missing settings: " + String.join("; ", missing) + ".");
    }
  }

  /** MicroProfile Config's rule for a property's environment variable. */
  static String environmentName(String key) {
    return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  static void require(Config config, String key, String meaning, List<String> missing) {
    if (config.getOptionalValue(key, String.class).filter(value -> !value.isBlank()).isEmpty()) {
      missing.add(named(key, meaning));
    }
  }

  static String named(String key, String meaning) {
    return String.format(
        Locale.ROOT, "%s (environment variable %s), %s", key, environmentName(key), meaning);
  }
}
