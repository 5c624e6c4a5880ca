package io.livenessledger.webhook.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndpointCheckTest {
  private static final String ONE = "ledger.webhook.endpoints.one.";
  private static final String SECRET = "whsec_b25lLXNlY3JldC1mb3ItdGVzdHMtYWxvbmU=";
  private static final Map<String, String> GOOD =
      Map.of(
          "ledger.webhook.allowed-hosts",
          "hooks.example.com,other.example.com",
          ONE + "url",
          "https://hooks.example.com/token-in-the-path",
          ONE + "secret",
          SECRET);

  @TempDir Path directory;

  @Test
  void aGoodOneIsTold() {
    Endpoint one = check(GOOD).get("one");

    assertEquals("hooks.example.com", one.host());
    assertEquals(Optional.empty(), one.clients());
    assertFalse(one.isFromBeginning());
    assertEquals("one", one.toString());
    assertEquals(Map.of(), check(Map.of()));
  }

  @Test
  void oneOfSomeClientsFromTheBeginning() {
    Endpoint one =
        check(with(Map.of(ONE + "clients", "a,b", ONE + "from", "BEGINNING"))).get("one");

    assertEquals(Optional.of(Set.of("a", "b")), one.clients());
    assertTrue(one.isFromBeginning());
  }

  @Test
  void everyKeyWorksFromTheEnvironment() {
    Map<String, String> environment =
        Map.of(
            "LEDGER_WEBHOOK_ALLOWED_HOSTS", "hooks.example.com",
            "LEDGER_WEBHOOK_ENDPOINTS_ONE_URL", "https://hooks.example.com/",
            "LEDGER_WEBHOOK_ENDPOINTS_ONE_SECRET", SECRET);

    WebhookConfig config =
        new SmallRyeConfigBuilder()
            .withSources(new EnvConfigSource(environment, 300))
            .withMapping(WebhookConfig.class)
            .build()
            .getConfigMapping(WebhookConfig.class);

    assertEquals(Set.of("one"), new EndpointCheck(config).endpoints().keySet());
  }

  @Test
  void onlyHttpsToAListedHostIsCalled() {
    for (String url :
        List.of(
            "http://hooks.example.com/token-in-the-path",
            "https:///token-in-the-path",
            "https://somebody:token-in-the-path@hooks.example.com/",
            "https://hooks.example.com/#token-in-the-path",
            "ftp://hooks.example.com/token-in-the-path",
            "token-in-the-path",
            "https://hooks.example.com\\@token-in-the-path")) {
      assertRefused(ONE + "url must be https://host", with(Map.of(ONE + "url", url)));
    }
    for (String url :
        List.of(
            "https://evil.example.com/token-in-the-path",
            "https://sub.hooks.example.com/token-in-the-path",
            "https://hooks.example.com.evil.org/token-in-the-path",
            "https://hooks.example.com./token-in-the-path",
            "https://169.254.169.254/token-in-the-path",
            "https://[::1]/token-in-the-path")) {
      assertRefused(ONE + "url its host is none of", with(Map.of(ONE + "url", url)));
    }
    Map<String, String> nobodyAllowed = new HashMap<>(GOOD);
    nobodyAllowed.remove("ledger.webhook.allowed-hosts");
    assertRefused(ONE + "url its host is none of", nobodyAllowed);
    assertEquals(
        "HOOKS.example.com",
        check(with(Map.of(ONE + "url", "HTTPS://HOOKS.example.com/"))).get("one").host());
  }

  @Test
  void aSecretIsOneOrAFileOfThem() throws IOException {
    for (String secret :
        List.of("token-in-the-path", "whsec_c2hvcnQ=", "whsec_token-in-the-path", "whsec_")) {
      assertRefused(ONE + "secret must be whsec_", with(Map.of(ONE + "secret", secret)));
      Path file = Files.writeString(directory.resolve("secrets"), secret + "\n");
      assertRefused(ONE + "secret-file must be whsec_", withFile(file));
    }
    Path file = Files.writeString(directory.resolve("secrets"), "\n" + SECRET + "\n");
    assertEquals(Set.of("one"), check(withFile(file)).keySet());
    assertRefused(ONE + "secret-file cannot be read", withFile(directory.resolve("nowhere")));
    assertRefused(
        ONE + "secret set it or .secret-file", with(Map.of(ONE + "secret-file", file.toString())));
  }

  @Test
  void allFaultsAreNamedOnOneLine() {
    String line =
        assertRefused(
            "endpoints.No Name",
            with(
                Map.of(
                    ONE + "url",
                    "http://x/",
                    ONE + "secret",
                    "y",
                    "ledger.webhook.endpoints.\"No Name\".url",
                    "https://other.example.com",
                    "ledger.webhook.endpoints.\"No Name\".secret",
                    SECRET)));

    assertEquals(1, line.lines().count());
    for (String key : List.of(ONE + "url", ONE + "secret")) {
      assertTrue(line.contains(key), line);
    }
  }

  private static String assertRefused(String why, Map<String, String> settings) {
    String line =
        assertThrows(IllegalArgumentException.class, () -> check(settings), settings::toString)
            .getMessage();
    assertTrue(line.contains(why), line);
    assertFalse(line.contains("token-in-the-path"), line);
    return line;
  }

  private static Map<String, String> with(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(GOOD);
    all.putAll(more);
    return all;
  }

  private static Map<String, String> withFile(Path file) {
    Map<String, String> all = with(Map.of(ONE + "secret-file", file.toString()));
    all.remove(ONE + "secret");
    return all;
  }

  private static Map<String, Endpoint> check(Map<String, String> settings) {
    return new EndpointCheck(
            new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .withMapping(WebhookConfig.class)
                .withDefaultValue("smallrye.config.mapping.validate-unknown", "false")
                .build()
                .getConfigMapping(WebhookConfig.class))
        .endpoints();
  }
}
