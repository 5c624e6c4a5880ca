package io.livenessledger.drill;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livenessledger.store.embedded.Role;
import io.livenessledger.testkit.Packaged;
import io.livenessledger.testkit.drill.Drill;
import io.livenessledger.testkit.drill.DrillServer;
import io.livenessledger.testkit.drill.FileBackup;
import io.livenessledger.testkit.drill.InstalledServer;
import io.livenessledger.testkit.drill.Load;
import io.livenessledger.testkit.drill.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database is backed up, under load or after it, destroyed, and restored. */
@Tag("drill")
class BackupIT {
  private static final int ENOUGH = 60;

  @TempDir Path directory;

  /** What was done before the end of the backup. */
  private record Before(Load load, String checkpoint) {}

  /** As any backup of files works, on the PostgreSQL that the build brings. */
  @Test
  void filesCopiedUnderLoadAreTheSameLogAgain() throws Exception {
    Path copy = Files.createTempDirectory(Path.of("target/postgresql"), "backup-").toAbsolutePath();
    DrillServer lost = DrillServer.start();
    try (Drill drill = new Drill(directory, lost)) {
      Packaged program = drill.replica();
      Load load = drill.load(program);
      load.acknowledges(ENOUGH);
      Before before;
      try (Connection superuser = lost.connect(Role.SUPERUSER)) {
        FileBackup backup = FileBackup.begin(superuser, lost.files().getParent(), copy);
        load.acknowledges(ENOUGH);
        before = ended(drill, load, program);
        backup.end();
      }
      drill.kill(program);
      lost.kill("KILL");
      lost.close();
      FileBackup.delete(lost.files());

      try (DrillServer restored = DrillServer.startInsteadOf(lost, copy);
          Drill after = new Drill(directory, restored)) {
        requireSameLog(before, after);
      }
    }
  }

  @Test
  void aDumpIsTheSameLogAgain() throws Exception {
    Path key = directory.resolve("log-key.pem");
    Path dump = directory.resolve("liveness.dump");
    Before before;
    try (InstalledServer lost = InstalledServer.start(made("lost"))) {
      lost.makesDatabase();
      before = worked(lost, key);
      lost.runs("pg_dump", "-Fc", "-d", "liveness", "-f", dump.toString());
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
    Before before;
    try (InstalledServer lost = InstalledServer.start(made("lost"))) {
      lost.makesDatabase();
      before = worked(lost, key);
      String copy = made("restored").resolve("cluster").toString();
      lost.runs("pg_basebackup", "-D", copy, "-X", "stream", "-c", "fast");
      lost.runs("pg_verifybackup", copy);
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

  private Before worked(InstalledServer server, Path key) throws Exception {
    try (Drill drill = new Drill(directory, server.configuration(key), server::connect)) {
      Packaged program = drill.replica();
      Load load = drill.load(program);
      load.acknowledges(ENOUGH);
      return ended(drill, load, program);
    }
  }

  private static Before ended(Drill drill, Load load, Packaged program) throws Exception {
    load.ends();
    new Verdict(drill).published(program);
    return new Before(load, checkpoint(program));
  }

  private void requireSameLog(Before before, InstalledServer restored, Path key) throws Exception {
    try (Drill after = new Drill(directory, restored.configuration(key), restored::connect)) {
      requireSameLog(before, after);
    }
  }

  /** The acceptance test of a restored database, and that it is worked on as before. */
  private static void requireSameLog(Before before, Drill after) throws Exception {
    Packaged program = after.replica();
    assertEquals(before.checkpoint(), checkpoint(program));
    new Verdict(after).nothingIsLost(before.load(), program);

    Load more = after.load(program);
    more.acknowledges(ENOUGH);
    more.ends();
    Verdict verdict = new Verdict(after);
    verdict.published(program);
    verdict.selfCheckPasses(program);
    Verdict.onlyAllowedFailures(more, false);
  }

  private static String checkpoint(Packaged program) {
    return given().get(program.url() + "/log/checkpoint").then().extract().asString();
  }
}
