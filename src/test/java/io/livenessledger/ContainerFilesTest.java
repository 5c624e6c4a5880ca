package io.livenessledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The images' and the trial's files keep what they promise, as far as it can be read off them. */
class ContainerFilesTest {
  private static final Path DIRECTORY = Path.of("src", "main", "docker");
  private static final Path TRIAL = DIRECTORY.resolve("compose");

  /** A whole version: two dots, or one and a build. */
  private static final Pattern PINNED = Pattern.compile("[\\w/-]+:v?\\d+\\.\\d+([._-].*)?");

  @ParameterizedTest
  @ValueSource(strings = {"jvm", "native", "native-micro"})
  void anImageIsPinnedAndNotRootsAndSaysHowItIs(String kind) throws IOException {
    List<String> lines = Files.readAllLines(DIRECTORY.resolve("Dockerfile." + kind));
    List<String> bases =
        lines.stream().filter(l -> l.startsWith("FROM ")).map(l -> l.split(" ", -1)[1]).toList();

    assertFalse(bases.isEmpty());
    bases.forEach(base -> assertTrue(PINNED.matcher(base).matches(), base));
    assertTrue(lines.contains("USER 10001:10001"));
    assertTrue(lines.contains("STOPSIGNAL SIGTERM"));
    assertTrue(lines.contains("EXPOSE 8080 9000"));
    String all = String.join("\n", lines);
    assertTrue(all.contains("\nHEALTHCHECK "), all);
    assertTrue(all.contains("\nENTRYPOINT [\""), "no shell stands between it and its signals");
    for (String label : List.of("title", "licenses", "version", "revision")) {
      assertTrue(all.contains("org.opencontainers.image." + label + "="), label);
    }
    assertFalse(all.contains("\nADD "), "nothing comes from elsewhere");
  }

  @Test
  void theTrialsServiceHasNoRights() throws IOException {
    JsonNode service = trial().at("/services/service");

    assertTrue(service.get("read_only").asBoolean());
    assertEquals("ALL", service.at("/cap_drop/0").asText());
    assertEquals("no-new-privileges:true", service.at("/security_opt/0").asText());
    assertTrue(service.get("tmpfs").toString().contains("/tmp"));
    assertTrue(Path.of(service.at("/build/dockerfile").asText()).toFile().exists());
    assertTrue(service.get("ports").toString().contains("127.0.0.1:9000"), "not for everybody");
    trial()
        .get("services")
        .forEach(
            each ->
                assertTrue(
                    each.has("build") || PINNED.matcher(each.get("image").asText()).matches(),
                    each.get("image").asText()));
  }

  @Test
  void theTrialsDatabaseIsOfTheVersionThatEveryTestRunsOn() throws IOException {
    Matcher binaries =
        Pattern.compile("<postgresql.binaries.version>(\\d+\\.\\d+)")
            .matcher(Files.readString(Path.of("pom.xml")));

    assertTrue(binaries.find());
    assertEquals("postgres:" + binaries.group(1), trial().at("/services/database/image").asText());
  }

  @Test
  void everyVariableOfTheTrialsServiceIsAKeyAndNoneASecret() throws IOException {
    JsonNode environment = trial().at("/services/service/environment");
    List<String> names = environment.propertyStream().map(e -> e.getKey()).toList();

    ContainerFiles.assertKnown(names);
    names.forEach(name -> assertFalse(ContainerFiles.SECRET.matcher(name).find(), name));
    assertThrows(
        AssertionError.class, () -> ContainerFiles.assertKnown(Set.of("LEDGER_LOG_ORIGINS")));
    assertThrows(
        AssertionError.class, () -> ContainerFiles.assertKnown(Set.of("QUARKUS_HTTP_PROT")));
  }

  @Test
  void everySecretOfTheTrialIsMadeAndNoneIsKept() throws IOException {
    String makes = Files.readString(TRIAL.resolve("make-secrets"));
    JsonNode trial = trial();
    for (JsonNode secret : trial.get("secrets")) {
      Path file = Path.of(secret.get("file").asText());
      assertEquals("./compose/secrets", file.getParent().toString());
      assertTrue(makes.contains(file.getFileName().toString()), file.toString());
    }
    for (JsonNode service : trial.get("services")) {
      for (JsonNode used : service.path("secrets")) {
        assertTrue(trial.get("secrets").has(used.asText()), used.asText());
      }
    }
    assertTrue(
        Files.readAllLines(Path.of(".gitignore")).contains("/src/main/docker/compose/secrets/"));
  }

  @Test
  void theRealmHasTheRolesAndItsSecretsAreLeftOpen() throws IOException {
    String makes = Files.readString(TRIAL.resolve("make-secrets"));
    JsonNode realm = new ObjectMapper().readTree(TRIAL.resolve("realm.json").toFile());

    assertEquals(
        Set.of("viewer", "operator", "auditor", "steward", "image-viewer"),
        Set.copyOf(realm.at("/roles/realm").findValuesAsText("name")));
    List<String> secrets = realm.findValuesAsText("secret");
    List<String> passwords =
        realm.get("users").findValues("credentials").stream()
            .flatMap(credentials -> credentials.findValuesAsText("value").stream())
            .toList();
    assertEquals(1, secrets.size());
    assertEquals(2, passwords.size());
    for (String secret : List.of(secrets.get(0), passwords.get(0), passwords.get(1))) {
      assertTrue(secret.matches("\\$\\{[A-Z_]+\\}"), "a secret is kept");
      assertTrue(makes.contains(secret.replaceAll("[${}]", "") + "=$(random)"), secret);
    }
    assertTrue(realm.findValuesAsText("included.custom.audience").contains("liveness-ledger"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONTAINERS", "OBSERVABILITY"})
  void everyVariableInTheDocumentsIsAKey(String document) throws IOException {
    String text = Files.readString(Path.of("docs", "operations", document + ".md"));
    List<String> named =
        Pattern.compile("\\b(?:QUARKUS|LEDGER)_[A-Z0-9_]+")
            .matcher(text)
            .results()
            .map(found -> found.group())
            .distinct()
            .toList();

    assertFalse(named.isEmpty());
    ContainerFiles.assertKnown(named);
  }

  private static JsonNode trial() throws IOException {
    return new ObjectMapper(new YAMLFactory()).readTree(DIRECTORY.resolve("compose.yaml").toFile());
  }
}
