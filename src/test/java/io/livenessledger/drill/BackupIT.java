package io.livenessledger.drill;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.store.embedded.Role;
import io.livenessledger.testkit.Packaged;
import io.livenessledger.testkit.drill.Drill;
import io.livenessledger.testkit.drill.DrillServer;
import io.livenessledger.testkit.drill.FileBackup;
import io.livenessledger.testkit.drill.InstalledServer;
import io.livenessledger.testkit.drill.Load;
import io.livenessledger.testkit.drill.Onlooker;
import io.livenessledger.testkit.drill.Told.Acknowledged;
import io.livenessledger.testkit.drill.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database is backed up while the program works, destroyed, and restored. */
@Tag("drill")
class BackupIT {
  private static final int ENOUGH = 60;
  private static final String CHECKPOINTS = "select note from ledger_checkpoint";

  @TempDir Path directory;

  /** Takes a backup. */
  private interface Backup {
    void take() throws Exception;
  }

  /**
   * What was done before the backup began.
   *
   * @param seen the checkpoint that was published then
   * @param onlooker who has seen the log then
   * @param checkpoints that there ever were, before the database was lost
   */
  private record Before(
      List<Acknowledged> acknowledged, String seen, Onlooker onlooker, List<String> checkpoints) {}

  /** As any backup of files works, on the PostgreSQL that the build brings. */
  @Test
  void filesCopiedUnderLoadAreTheSameLogAgain() throws Exception {
    Path servers = Files.createDirectories(Path.of("target/postgresql"));
    Path copy = Files.createTempDirectory(servers, "backup-").toAbsolutePath();
    DrillServer lost = DrillServer.start();
    try (Drill drill = new Drill(directory, lost)) {
      Packaged program = drill.replica();
      Load load = drill.load(program);
      load.acknowledges(ENOUGH);
      String checkpoint;
      try (Connection superuser = lost.connect(Role.SUPERUSER)) {
        FileBackup backup = FileBackup.begin(superuser, lost.files().getParent(), copy);
        load.acknowledges(ENOUGH);
        load.ends();
        new Verdict(drill).published(program);
        checkpoint = checkpoint(program);
        backup.end();
      }
      drill.kill(program);
      lost.kill("KILL");
      lost.close();
      FileBackup.delete(lost.files());

      try (DrillServer restored = DrillServer.startInsteadOf(lost, copy);
          Drill after = new Drill(directory, restored)) {
        Packaged again = after.replica();
        assertEquals(checkpoint, checkpoint(again));
        requireAccepted(load.acknowledged(), after, again);
      }
    }
  }

  @Test
  void aDumpIsTheLogAsItWasAgain() throws Exception {
    Path key = directory.resolve("log-key.pem");
    Path dump = directory.resolve("liveness.dump");
    Before before;
    try (InstalledServer lost = InstalledServer.start(made("lost"))) {
      lost.makesDatabase();
      before =
          backedUp(
              lost,
              key,
              () -> lost.runs("pg_dump", "-Fc", "-d", "liveness", "-f", dump.toString()));
    }
    FileBackup.delete(directory.resolve("lost"));

    try (InstalledServer restored = InstalledServer.start(made("restored"))) {
      restored.makesDatabase();
      restored.runs("pg_restore", "--exit-on-error", "-d", "liveness", dump.toString());
      requireSameLog(before, restored, key);
    }
  }

  @Test
  void soIsABaseBackup() throws Exception {
    Path key = directory.resolve("log-key.pem");
    try (InstalledServer lost = InstalledServer.start(made("lost"))) {
      lost.makesDatabase();
      String copy = made("restored").resolve("cluster").toString();
      Before before =
          backedUp(
              lost,
              key,
              () -> {
                lost.runs("pg_basebackup", "-D", copy, "-X", "stream", "-c", "fast");
                lost.runs("pg_verifybackup", copy);
              });
      lost.close();
      FileBackup.delete(directory.resolve("lost"));
      try (InstalledServer restored =
          InstalledServer.startOn(directory.resolve("restored"), lost)) {
        requireSameLog(before, restored, key);
      }
    }
  }

  private Path made(String name) throws Exception {
    return Files.createDirectory(directory.resolve(name));
  }

  /** While callers go on, before it and after. */
  private Before backedUp(InstalledServer server, Path key, Backup backup) throws Exception {
    try (Drill drill = new Drill(directory, server.configuration(key), server::connect)) {
      Packaged program = drill.replica();
      Load load = drill.load(program);
      load.acknowledges(ENOUGH);
      String seen = checkpoint(program);
      drill.onlooker().looksAt(program.url());
      List<Acknowledged> acknowledged = load.acknowledged();
      backup.take();
      load.acknowledges(ENOUGH);
      load.ends();
      Verdict.onlyAllowedFailures(load, false);
      return new Before(acknowledged, seen, drill.onlooker(), new Verdict(drill).rows(CHECKPOINTS));
    }
  }

  private void requireSameLog(Before before, InstalledServer restored, Path key) throws Exception {
    try (Drill after = new Drill(directory, restored.configuration(key), restored::connect)) {
      List<String> kept = new Verdict(after).rows(CHECKPOINTS);
      assertTrue(kept.contains(before.seen()), kept.toString());
      assertTrue(before.checkpoints().containsAll(kept), kept.toString());

      Packaged program = after.replica();
      before.onlooker().looksAt(program.url());
      requireAccepted(before.acknowledged(), after, program);
    }
  }

  /** The acceptance test of a restored database, and that it is worked on as before. */
  private static void requireAccepted(
      List<Acknowledged> acknowledged, Drill after, Packaged program) throws Exception {
    Verdict verdict = new Verdict(after);
    verdict.nothingIsLost(acknowledged, program);

    Load more = after.load(program);
    more.acknowledges(ENOUGH);
    more.ends();
    verdict.published(program);
    verdict.selfCheckPasses(program);
    Verdict.onlyAllowedFailures(more, false);
  }

  private static String checkpoint(Packaged program) {
    return given().get(program.url() + "/log/checkpoint").then().extract().asString();
  }
}
