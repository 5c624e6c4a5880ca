package io.livenessledger.bench;

import io.livenessledger.ledger.log.KeyFile;
import io.livenessledger.store.embedded.EmbeddedPostgres;
import io.livenessledger.store.embedded.EmbeddedPostgres.Options;
import io.livenessledger.store.embedded.Role;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A PostgreSQL that keeps its promises: fsync on, unlike the tests'. Left under {@code
 * target/bench} for a look; a new one for each run.
 */
public class DurablePostgres implements QuarkusTestResourceLifecycleManager {
  private EmbeddedPostgres postgres;

  @Override
  public Map<String, String> start() {
    try {
      Path target = Path.of("target").toAbsolutePath();
      Path directory =
          Files.createTempDirectory(Files.createDirectories(target.resolve("bench")), "data-");
      postgres =
          EmbeddedPostgres.start(
              directory, Options.defaults().withBinaries(target.resolve("postgresql-binaries")));
      Path key = directory.resolve("log-key.pem");
      KeyFile.create(key);
      return Map.of(
          "ledger.log.key-file", key.toString(),
          "ledger.log.origin", "bench.invalid/log",
          "quarkus.datasource.jdbc.url", postgres.jdbcUrl(),
          "quarkus.datasource.reactive.url", postgres.reactiveUrl(),
          "quarkus.datasource.username", Role.APP.user(),
          "quarkus.datasource.password", postgres.password(Role.APP),
          "quarkus.flyway.username", Role.OWNER.user(),
          "quarkus.flyway.password", postgres.password(Role.OWNER));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    postgres.close();
  }
}
