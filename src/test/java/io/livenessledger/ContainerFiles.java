package io.livenessledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What holds for the environment of every container. */
final class ContainerFiles {
  /** Names of variables whose values nobody may read. */
  static final Pattern SECRET = Pattern.compile("(?:PASSWORD|SECRET|TOKEN|KEY)$");

  /** Read before there are keys, or by others than Quarkus. */
  private static final Set<String> OTHERS = Set.of("SMALLRYE_CONFIG_LOCATIONS");

  private ContainerFiles() {}

  /** Fails on a variable that is no key's: it would be ignored without a word. */
  static void assertKnown(Collection<String> variables) throws IOException {
    Pattern known = KnownKeys.environment(ConfigurationTest.KEYS.keySet());
    List<String> unknown =
        variables.stream()
            .filter(variable -> !OTHERS.contains(variable))
            .filter(variable -> !known.matcher(variable).matches())
            .toList();
    assertEquals(List.of(), unknown);
  }
}
