package io.livenessledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The keys that this version of Quarkus and its extensions have. */
final class KnownKeys {
  /** What each extension says of its own keys; made for its documentation. */
  private static final String MODEL = "META-INF/quarkus-config-doc/quarkus-config-model.json";

  private static final Pattern NAME = Pattern.compile("\"[^\"]+\"|<\\w+>");

  private KnownKeys() {}

  /** All of them, with any name where somebody gives one. */
  static Pattern quarkus() throws IOException {
    return anyOf(keys().stream().map(key -> withAnyName(key, "(?:\"[^\"]+\"|[\\w-]+)")));
  }

  /** The environment variables of all of them, and of the keys in addition. */
  static Pattern environment(Iterable<String> ours) throws IOException {
    List<String> keys = new ArrayList<>(keys());
    ours.forEach(keys::add);
    return anyOf(keys.stream().map(KnownKeys::variable));
  }

  /** MicroProfile Config's rule, with any name where somebody gives one. */
  private static String variable(String key) {
    return NAME.splitAsStream(key)
        .map(part -> part.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT))
        .collect(Collectors.joining("[A-Z0-9_]+"));
  }

  private static String withAnyName(String key, String anyName) {
    return key.replace(".", "\\.").replaceAll("\"[^\"]+\"", Matcher.quoteReplacement(anyName));
  }

  private static Pattern anyOf(Stream<String> patterns) {
    return Pattern.compile(patterns.collect(Collectors.joining("|")));
  }

  private static List<String> keys() throws IOException {
    List<String> keys = new ArrayList<>();
    for (URL model : Collections.list(KnownKeys.class.getClassLoader().getResources(MODEL))) {
      try (InputStream in = model.openStream()) {
        keys.addAll(new ObjectMapper().readTree(in).findValuesAsText("property"));
      }
    }
    return keys;
  }
}
