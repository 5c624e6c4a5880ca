package io.livenessledger.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Gives a {@code @QuarkusTest} an empty database of its own:
 * {@code @WithTestResource(PostgresResource.class)}. Every start of the application gets a new one;
 * the server is the test JVM's.
 */
public class PostgresResource implements QuarkusTestResourceLifecycleManager {
  private TestDatabase database;

  @Override
  public Map<String, String> start() {
    database = TestDatabase.fresh("application");
    return database.configuration();
  }

  /** Nothing to end: the database goes with its server. */
  @Override
  public void stop() {}

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(database, new TestInjector.MatchesType(TestDatabase.class));
  }
}
