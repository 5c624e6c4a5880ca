package io.livenessledger.start;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private static final String JDBC = "quarkus.datasource.jdbc.url";
  private static final String REACTIVE = "quarkus.datasource.reactive.url";

  @AfterEach
  void forgetDerivedUrls() {
    System.clearProperty(JDBC);
    System.clearProperty(REACTIVE);
  }

  @Test
  void reactiveUrlFollowsFromJdbcUrl() {
    DatabaseUrls.complete(config(Map.of(JDBC, "jdbc:postgresql://db.internal:5433/liveness")));
    assertEquals("postgresql://db.internal:5433/liveness", System.getProperty(REACTIVE));
    assertNull(System.getProperty(JDBC));
  }

  @Test
  void jdbcUrlFollowsFromReactiveUrl() {
    DatabaseUrls.complete(
        config(Map.of(REACTIVE, "vertx-reactive:postgresql://db/liveness?sslmode=verify-full")));
    assertEquals("jdbc:postgresql://db/liveness?sslmode=verify-full", System.getProperty(JDBC));
  }

  @Test
  void twoUrlsAndNoUrlStayAsTheyAre() {
    DatabaseUrls.complete(config(Map.of(JDBC, "jdbc:a", REACTIVE, "b")));
    DatabaseUrls.complete(config(Map.of()));
    assertNull(System.getProperty(JDBC));
    assertNull(System.getProperty(REACTIVE));
  }

  @Test
  void urlThatTheOtherDriverWouldReadDifferentlyIsRefusedWithoutShowingIt() {
    for (String url :
        List.of(
            "jdbc:postgresql://db/liveness?user=me&password=secret",
            "jdbc:postgresql://db/liveness?sslmode=require&ssl=secret",
            "jdbc:postgresql:liveness")) {
      StartUpFailure failure =
          assertThrows(
              StartUpFailure.class, () -> DatabaseUrls.complete(config(Map.of(JDBC, url))), url);
      assertTrue(failure.getMessage().contains("QUARKUS_DATASOURCE_REACTIVE_URL"));
      assertFalse(failure.getMessage().contains("secret"));
    }
  }

  @Test
  void oneLineNamesEveryMissingSettingWithBothNames() {
    StartUpFailure failure =
        assertThrows(StartUpFailure.class, () -> RequiredSettings.check(config(Map.of())));
    String line = failure.getMessage();
    assertEquals(1, line.lines().count());
    assertTrue(line.contains("quarkus.datasource.jdbc.url"), line);
    assertTrue(line.contains("QUARKUS_DATASOURCE_USERNAME"), line);
    assertTrue(line.contains("QUARKUS_FLYWAY_USERNAME"), line);
  }

  @Test
  void ownerIsNotNeededWhereNothingMigrates() {
    Map<String, String> settings =
        Map.of(
            JDBC,
            "jdbc:a",
            "quarkus.datasource.username",
            "liveness_app",
            "ledger.log.key-file",
            "log-key.pem",
            Authentication.CERTIFICATE_ROLES,
            "roles.properties",
            "quarkus.tls.trust-store.pem.certs",
            "callers-ca.crt");
    assertThrows(StartUpFailure.class, () -> RequiredSettings.check(config(settings)));
    Map<String, String> migratedElsewhere = new java.util.HashMap<>(settings);
    migratedElsewhere.put("quarkus.flyway.migrate-at-start", "false");
    assertDoesNotThrow(() -> RequiredSettings.check(config(migratedElsewhere)));
  }

  private static Config config(Map<String, String> settings) {
    return new SmallRyeConfigBuilder()
        .withSources(new PropertiesConfigSource(settings, "test", 100))
        .build();
  }
}
