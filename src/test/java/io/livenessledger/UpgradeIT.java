package io.livenessledger;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.ledger.log.KeyFile;
import io.livenessledger.merkle.note.NoteSigner;
import io.livenessledger.merkle.note.SignedNote;
import io.livenessledger.store.embedded.Role;
import io.livenessledger.testkit.Packaged;
import io.livenessledger.testkit.TestDatabase;
import io.livenessledger.testkit.drill.Drill;
import io.livenessledger.testkit.drill.Load;
import io.livenessledger.testkit.drill.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that an earlier release made and filled, taken over by this one. */
class UpgradeIT {
  /** The last migration of the release that made {@code upgrade/liveness.sql}. */
  private static final String MADE_BY = "0013";

  private static final String KEPT =
      "select record_id || ' ' || number || ' ' || encode(body_digest, 'hex') from observation"
          + " order by record_id, number";

  private static final String OF_THE_NEXT =
      """
      alter table record add column of_the_next text;
      insert into flyway_schema_history
        (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
      select max(installed_rank) + 1, '9999', 'of the next', 'SQL', 'V9999__of_the_next.sql', 1, 'owner', 1, true
        from flyway_schema_history
      """;

  private static final String WITHOUT_THE_LAST =
      "delete from flyway_schema_history"
          + " where version = (select max(version) from flyway_schema_history)";

  /** A checkpoint in the dump, which was left without its signature. */
  private static final Pattern UNSIGNED = Pattern.compile("'((\\S+)\\n\\d+\\n\\S+\\n)\\n— \\2\\n'");

  @TempDir Path directory;

  @Test
  void whatAnEarlierReleaseStoredIsTheSameLogAndIsGoneOnWith() throws Exception {
    TestDatabase database = TestDatabase.fresh("upgraded");
    restore(database);
    try (Drill drill = new Drill(directory, database)) {
      Verdict verdict = new Verdict(drill);
      assertEquals(
          List.of(MADE_BY), verdict.rows("select max(version) from flyway_schema_history"));
      List<String> kept = verdict.rows(KEPT);
      String checkpoint =
          verdict.rows("select note from ledger_checkpoint order by number desc limit 1").get(0);

      Packaged program = drill.replica();
      assertEquals(kept, verdict.rows(KEPT));
      assertEquals(checkpoint, given().get(program.url() + "/log/checkpoint").asString());
      drill.onlooker().looksAt(program.url());
      verdict.selfCheckPasses(program);

      Load load = drill.load(program);
      load.acknowledges(60);
      load.ends();
      verdict.nothingIsLost(load, program);
      Verdict.onlyAllowedFailures(load, false);
      assertTrue(verdict.rows(KEPT).containsAll(kept));
    }
  }

  /** Migrations only add what the release before does not know. */
  @Test
  void whoGoesBackToThisReleaseFindsTheSchemaOfTheNext() throws Exception {
    TestDatabase database = TestDatabase.fresh("downgraded");
    try (Drill drill = new Drill(directory, database)) {
      drill.replica().close();
      try (Connection owner = database.connect(Role.OWNER);
          Statement statement = owner.createStatement()) {
        statement.execute(OF_THE_NEXT);
      }
      Packaged program = drill.replica();
      Load load = drill.load(program);
      load.acknowledges(30);
      load.ends();
      new Verdict(drill).nothingIsLost(load, program);
      Verdict.onlyAllowedFailures(load, false);
    }
  }

  /** As in {@code src/main/kubernetes}: somebody else migrates, as another role. */
  @Test
  void whoDoesNotMigrateDoesNotStartOnASchemaThatLacksAMigration() throws Exception {
    TestDatabase database = TestDatabase.fresh("awaited");
    Map<String, String> settings = new HashMap<>(Packaged.settings(database));
    try (Packaged migration = Packaged.start(directory, settings)) {
      given().get(migration.managementUrl() + "/q/health/ready").then().statusCode(200);
    }
    settings.keySet().removeIf(key -> key.startsWith("quarkus.flyway."));
    settings.put("quarkus.flyway.migrate-at-start", "false");
    settings.put("quarkus.flyway.validate-at-start", "true");
    try (Packaged replica = Packaged.start(directory, settings)) {
      given().get(replica.managementUrl() + "/q/health/ready").then().statusCode(200);
    }
    try (Connection owner = database.connect(Role.OWNER);
        Statement statement = owner.createStatement()) {
      statement.execute(WITHOUT_THE_LAST);
    }
    try (Packaged replica = Packaged.start(directory, settings)) {
      assertEquals(1, replica.exitCode());
      assertTrue(replica.output().contains("not applied to database"), replica.output());
      assertFalse(replica.printedAStackTrace(), replica.output());
    }
  }

  private static void restore(TestDatabase database) throws SQLException, IOException {
    Path key = Path.of(database.configuration().get("ledger.log.key-file"));
    String signed =
        UNSIGNED.matcher(dump()).replaceAll(note -> signed(note.group(1), note.group(2), key));
    try (Connection superuser = database.connect(Role.SUPERUSER);
        Statement statement = superuser.createStatement()) {
      statement.execute(signed);
    }
  }

  private static String signed(String text, String origin, Path key) {
    NoteSigner signer = NoteSigner.of(origin, KeyFile.read(key));
    return "'" + SignedNote.sign(text, List.of(signer)).encode() + "'";
  }

  private static String dump() throws IOException {
    try (InputStream in = UpgradeIT.class.getResourceAsStream("/upgrade/liveness.sql")) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
