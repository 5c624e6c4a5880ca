package io.livenessledger.drill;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.store.embedded.Role;
import io.livenessledger.testkit.Packaged;
import io.livenessledger.testkit.TestDatabase;
import io.livenessledger.testkit.drill.Drill;
import io.livenessledger.testkit.drill.Load;
import io.livenessledger.testkit.drill.Told.Kind;
import io.livenessledger.testkit.drill.Verdict;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody locks what every call needs, until all of the program's connections wait for it. */
@Tag("drill")
class PoolExhaustedIT {
  private static final Logger LOG = Logger.getLogger(PoolExhaustedIT.class);

  /** Fewer than there are callers: some wait for a connection, not for the lock. */
  private static final int CONNECTIONS = 3;

  /** Past ledger.store.timeout and ledger.access.timeout, which are 15 and 5 seconds. */
  private static final Duration LONGEST_CALL = Duration.ofSeconds(25);

  /** Likewise ledger.store.search-timeout, 30 seconds. */
  private static final Duration LONGEST_SEARCH = Duration.ofSeconds(40);

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final Duration RECOVERY = Duration.ofSeconds(30);

  private static final String WAITING =
      """
      select pid::text from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'
      """;

  @TempDir Path directory;

  @Test
  void callersAreToldInTimeAndTheServiceRecoversByItself() throws Exception {
    TestDatabase database = TestDatabase.fresh("exhausted");
    Drill drill =
        new Drill(directory, database)
            .with("quarkus.datasource.reactive.max-size", Integer.toString(CONNECTIONS));
    try (drill) {
      Verdict verdict = new Verdict(drill);
      Packaged program = drill.replica();
      Load load = drill.load(program);
      load.acknowledges(100);

      long locked;
      try (Connection holder = drill.connect(Role.OWNER);
          Statement statement = holder.createStatement()) {
        holder.setAutoCommit(false);
        statement.execute("lock table record, access_event in access exclusive mode");
        locked = System.nanoTime();
        await()
            .atMost(PATIENCE)
            .until(() -> verdict.rows(Role.SUPERUSER, WAITING).size() >= CONNECTIONS);
        await().atMost(PATIENCE).until(() -> !Drill.isReady(program));
        await().atMost(PATIENCE).until(() -> refused(load, locked) >= 2L * CONNECTIONS);
        holder.rollback();
      }
      long free = System.nanoTime();
      Duration recovery = load.well(free, PATIENCE);
      LOG.infof("well again in %d ms", recovery.toMillis());
      assertTrue(recovery.compareTo(RECOVERY) < 0, "recovery took " + recovery);
      Drill.becomesReady(program);

      load.ends();
      requireAtMost(LONGEST_CALL, load, locked, Kind.READ);
      requireAtMost(LONGEST_CALL, load, locked, Kind.REFRESH);
      requireAtMost(LONGEST_SEARCH, load, locked, Kind.SEARCH);
      verdict.nothingIsLost(load, program);
      Verdict.onlyAllowedFailures(load, false, "store-unavailable", "audit-unavailable");
    }
  }

  private static long refused(Load load, long since) {
    return load.all().stream().filter(t -> t.began() > since && t.status() == 503).count();
  }

  private static void requireAtMost(Duration limit, Load load, long since, Kind kind) {
    Duration longest = load.longest(since, kind);
    LOG.infof("longest %s %s", kind, longest);
    assertTrue(longest.compareTo(limit) < 0, kind + " took " + longest);
  }
}
