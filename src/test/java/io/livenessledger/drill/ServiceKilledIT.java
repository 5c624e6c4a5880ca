package io.livenessledger.drill;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.testkit.Packaged;
import io.livenessledger.testkit.TestDatabase;
import io.livenessledger.testkit.drill.Drill;
import io.livenessledger.testkit.drill.Load;
import io.livenessledger.testkit.drill.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program is killed at any moment, twenty times; the log is checked after each. */
@Tag("drill")
class ServiceKilledIT {
  private static final Logger LOG = Logger.getLogger(ServiceKilledIT.class);
  private static final int KILLS = 20;
  private static final int SEED = 7;

  /** From its listening to the end of the last failure. */
  private static final Duration RECOVERY = Duration.ofSeconds(30);

  @TempDir Path directory;

  @Test
  void whateverMomentItIsKilledAtTheLogIsWhole() throws Exception {
    Random random = new Random(SEED);
    try (Drill drill = new Drill(directory, TestDatabase.fresh("killed"))) {
      Verdict verdict = new Verdict(drill);
      Packaged program = drill.replica();
      Load load = drill.load(program);
      Duration longest = Duration.ZERO;
      for (int kill = 0; kill < KILLS; kill++) {
        load.acknowledges(5 + random.nextInt(40));
        drill.kill(program);
        program = drill.replica();
        long listening = System.nanoTime();
        load.goesTo(program.url());
        Duration recovery = load.well(listening, Duration.ofMinutes(1));
        longest = recovery.compareTo(longest) > 0 ? recovery : longest;
        drill.onlooker().looksAt(program.url());
        verdict.selfCheckPasses(program);
      }
      LOG.infof("killed %d times; well again in %d ms at most", KILLS, longest.toMillis());
      assertTrue(longest.compareTo(RECOVERY) < 0, "recovery took " + longest);

      load.ends();
      verdict.nothingIsLost(load, program);
      Verdict.onlyAllowedFailures(load, true);
    }
  }
}
