package io.livenessledger.start;

import io.livenessledger.ledger.log.KeyFile;
import io.livenessledger.store.embedded.EmbeddedPostgres;
import io.livenessledger.store.embedded.EmbeddedPostgres.Options;
import io.livenessledger.store.embedded.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** PostgreSQL for dev mode. Never part of a run that was given a database URL. */
final class EmbeddedStore implements Companion {
  private static final Logger LOG = Logger.getLogger(EmbeddedStore.class);
  private static final String RUNNING = "io.livenessledger.embedded.port";

  private EmbeddedPostgres postgres;

  @Override
  public boolean isWanted(Config config) {
    return System.getProperty(RUNNING) == null && !DatabaseUrls.areConfigured(config);
  }

  @Override
  public synchronized void start(Config config) {
    Path directory =
        Path.of(config.getOptionalValue("ledger.embedded.directory", String.class).orElse("data"));
    int port = config.getOptionalValue("ledger.embedded.port", Integer.class).orElse(0);
    postgres = EmbeddedPostgres.start(directory, Options.defaults().withPort(port));
    announce(postgres);
    signingKey(directory, config);
    System.setProperty(RUNNING, Integer.toString(postgres.port()));
    LOG.infof(
        "Embedded PostgreSQL on port %d; look inside with: PGSERVICEFILE=%s psql service=app",
        postgres.port(), directory.resolve("pg_service.conf"));
  }

  @Override
  public synchronized void stop() {
    if (postgres != null) {
      postgres.close();
    }
  }

  /** Unless one is configured, the log of this database is signed with a key beside it. */
  private static void signingKey(Path directory, Config config) {
    if (config.getOptionalValue(RequiredSettings.KEY_FILE, String.class).isPresent()) {
      return;
    }
    Path key = directory.resolve("log-key.pem").toAbsolutePath();
    if (Files.notExists(key)) {
      KeyFile.create(key);
      LOG.infof("Made a signing key for the log: %s. Keep it as long as the data beside it.", key);
    }
    System.setProperty(RequiredSettings.KEY_FILE, key.toString());
  }

  private static void announce(EmbeddedPostgres postgres) {
    System.setProperty(DatabaseUrls.JDBC, postgres.jdbcUrl());
    System.setProperty(DatabaseUrls.REACTIVE, postgres.reactiveUrl());
    System.setProperty("quarkus.datasource.username", Role.APP.user());
    System.setProperty("quarkus.datasource.password", postgres.password(Role.APP));
    System.setProperty("quarkus.flyway.username", Role.OWNER.user());
    System.setProperty("quarkus.flyway.password", postgres.password(Role.OWNER));
  }
}
