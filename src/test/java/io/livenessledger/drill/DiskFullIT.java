package io.livenessledger.drill;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.testkit.Packaged;
import io.livenessledger.testkit.drill.Drill;
import io.livenessledger.testkit.drill.DrillServer;
import io.livenessledger.testkit.drill.FullDisk;
import io.livenessledger.testkit.drill.Load;
import io.livenessledger.testkit.drill.Told.Kind;
import io.livenessledger.testkit.drill.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL cannot write any more, until somebody makes room. */
@Tag("drill")
class DiskFullIT {
  private static final Logger LOG = Logger.getLogger(DiskFullIT.class);
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration RECOVERY = Duration.ofSeconds(30);

  /** A new server's files, and little more. */
  private static final String SIZE = "160m";

  private static final int REFUSED = 50;

  @TempDir Path directory;

  @Test
  void nothingIsAcknowledgedThatAFullFileSystemDidNotTake() throws Exception {
    Path mount = Files.createDirectories(Path.of("target/postgresql/full").toAbsolutePath());
    try (FullDisk disk = FullDisk.mountedAt(mount, SIZE);
        DrillServer server = DrillServer.start(mount.resolve("server"));
        Drill drill = new Drill(directory, server)) {
      drill(server, disk, drill);
    }
  }

  @Test
  void norThatWasRefusedByALimitOfFiles() throws Exception {
    try (DrillServer server = DrillServer.start();
        FullDisk disk = FullDisk.limitOf(server);
        Drill drill = new Drill(directory, server)) {
      drill(server, disk, drill);
    }
  }

  private static void drill(DrillServer server, FullDisk disk, Drill drill) throws Exception {
    Packaged program = drill.replica();
    Load load = drill.load(program);
    load.acknowledges(100);

    long full = System.nanoTime();
    disk.fill();
    await().atMost(PATIENCE).until(() -> refused(load, full) >= REFUSED);
    disk.free();
    // A server that could not write its log ends; or it lets nobody in for good, if it could not
    // have the memory to recover, which is a file to the limit. Whatever supervises it starts it
    // again.
    long room = System.nanoTime();
    boolean lived = server.accepts(RECOVERY);
    if (!lived) {
      server.restart();
    }
    Duration recovery = load.well(lived ? room : System.nanoTime(), PATIENCE);
    LOG.infof("the server lived: %s; well again in %d ms", lived, recovery.toMillis());
    assertTrue(recovery.compareTo(RECOVERY) < 0, "recovery took " + recovery);
    Drill.becomesReady(program);

    load.ends();
    new Verdict(drill).nothingIsLost(load, program);
    Verdict.onlyAllowedFailures(load, false, "store-unavailable", "audit-unavailable");
    assertTrue(program.isAlive());
  }

  private static long refused(Load load, long since) {
    return load.since(since, Kind.REFRESH).filter(told -> told.status() == 503).count();
  }
}
