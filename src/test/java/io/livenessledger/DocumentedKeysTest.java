package io.livenessledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every key of Quarkus that the documents name is one that this version of Quarkus has. */
class DocumentedKeysTest {
  /** In a line of properties or between backticks. */
  private static final Pattern KEY =
      Pattern.compile("(?:^|`)(quarkus\\.[\\w.\"<>-]+)(?=[=`])", Pattern.MULTILINE);

  @ParameterizedTest
  @ValueSource(strings = {"docs/TLS.md", "README.md"})
  void everyKeyIsThere(String document) throws IOException {
    List<String> keys = keysIn(Files.readString(Path.of(document)));
    Pattern known = KnownKeys.quarkus();

    assertTrue(keys.size() > 20, keys.toString());
    assertEquals(List.of(), keys.stream().filter(key -> !known.matcher(key).matches()).toList());
  }

  @Test
  void aKeyThatIsNoneIsFound() throws IOException {
    Pattern known = KnownKeys.quarkus();
    List<String> keys =
        keysIn(
            "`quarkus.http.ssl-port`, `quarkus.http.tls-port`\nquarkus.tls.x.protocol=TLSv1.3\n");

    assertEquals(
        List.of("quarkus.http.tls-port", "quarkus.tls.x.protocol"),
        keys.stream().filter(key -> !known.matcher(key).matches()).toList());
  }

  private static List<String> keysIn(String text) {
    return KEY.matcher(text)
        .results()
        .map(match -> match.group(1).replaceAll("<\\w+>", "x"))
        .distinct()
        .toList();
  }
}
