package io.livenessledger.drill;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.testkit.Packaged;
import io.livenessledger.testkit.drill.Drill;
import io.livenessledger.testkit.drill.DrillServer;
import io.livenessledger.testkit.drill.Load;
import io.livenessledger.testkit.drill.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL ends as in a power failure while everybody works, and comes back. */
@Tag("drill")
class DatabaseKilledIT {
  private static final Logger LOG = Logger.getLogger(DatabaseKilledIT.class);

  /** From its coming back to the end of the last failure. */
  private static final Duration RECOVERY = Duration.ofSeconds(30);

  @TempDir Path directory;

  @Test
  void theServiceGoesOnByItselfWithAllThatItAcknowledged() throws Exception {
    try (DrillServer server = DrillServer.start();
        Drill drill = new Drill(directory, server)) {
      Packaged program = drill.replica();
      Load load = drill.load(program);

      for (String signal : new String[] {"KILL", "QUIT", "KILL"}) {
        load.acknowledges(100);
        server.kill(signal);
        await().atMost(RECOVERY).until(() -> !Drill.isReady(program));
        server.restart();
        long restarted = System.nanoTime();
        Duration recovery = load.well(restarted, Duration.ofMinutes(1));
        LOG.infof("after SIG%s well again in %d ms", signal, recovery.toMillis());
        assertTrue(recovery.compareTo(RECOVERY) < 0, "recovery took " + recovery);
        Drill.becomesReady(program);
        drill.onlooker().looksAt(program.url());
      }

      load.ends();
      new Verdict(drill).nothingIsLost(load, program);
      Verdict.onlyAllowedFailures(load, false, "store-unavailable", "audit-unavailable");
      assertTrue(program.isAlive());
    }
  }
}
