package io.livenessledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every key of Quarkus that the documents name is one that this version of Quarkus has. */
class DocumentedKeysTest {
  /** What each extension says of its own keys; made for its documentation. */
  private static final String MODEL = "META-INF/quarkus-config-doc/quarkus-config-model.json";

  /** In a line of properties or between backticks. */
  private static final Pattern KEY =
      Pattern.compile("(?:^|`)(quarkus\\.[\\w.\"<>-]+)(?=[=`])", Pattern.MULTILINE);

  @ParameterizedTest
  @ValueSource(strings = {"docs/TLS.md", "README.md"})
  void everyKeyIsThere(String document) throws IOException {
    List<String> keys = keysIn(Files.readString(Path.of(document)));
    Pattern known = known();

    assertTrue(keys.size() > 20, keys.toString());
    assertEquals(List.of(), keys.stream().filter(key -> !known.matcher(key).matches()).toList());
  }

  @Test
  void aKeyThatIsNoneIsFound() throws IOException {
    Pattern known = known();
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

  /** All keys, with any name where somebody gives one. */
  private static Pattern known() throws IOException {
    List<String> keys = new ArrayList<>();
    for (URL model :
        Collections.list(DocumentedKeysTest.class.getClassLoader().getResources(MODEL))) {
      try (InputStream in = model.openStream()) {
        keys.addAll(new ObjectMapper().readTree(in).findValuesAsText("property"));
      }
    }
    return Pattern.compile(
        keys.stream().map(DocumentedKeysTest::withAnyName).collect(Collectors.joining("|")));
  }

  private static String withAnyName(String key) {
    String anyName = Matcher.quoteReplacement("(?:\"[^\"]+\"|[\\w-]+)");
    return key.replace(".", "\\.").replaceAll("\"[^\"]+\"", anyName);
  }
}
