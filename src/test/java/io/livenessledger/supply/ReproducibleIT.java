package io.livenessledger.supply;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.livenessledger.testkit.Packaged;
import io.livenessledger.testkit.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever builds the same commit elsewhere, and later, has the same program, but for what Quarkus
 * and Byte Buddy name and order as it comes.
 */
class ReproducibleIT {
  private static final Path PROGRAM = Packaged.JAR.getParent();
  private static final List<String> SOURCES =
      List.of("pom.xml", "mvnw", ".mvn", "db", "docs", "src/main");
  private static final Duration LONGEST_BUILD = Duration.ofMinutes(10);

  /**
   * What Quarkus' build steps, which run in parallel, have recorded is numbered as they came, and
   * Byte Buddy and Hibernate's enhancer name and order members as it comes.
   */
  private static final List<String> NAMES_ALONE =
      List.of("quarkus/generated-bytecode.jar", "quarkus/transformed-bytecode.jar");

  /** Names what is in all jars, in their order; that of transformed classes depends on paths. */
  private static final String INDEX = "quarkus/quarkus-application.dat";

  @TempDir Path elsewhere;

  @BeforeEach
  void aJarIsBuilt() {
    assumeTrue(Packaged.executable().isEmpty(), "Skipped: a native executable is built");
  }

  @Test
  void theSameSourcesAreTheSameBytes() throws Exception {
    for (String source : SOURCES) {
      copy(Path.of(source));
    }
    Tool.Outcome build =
        Tool.run(
            elsewhere,
            Map.of(),
            List.of("./mvnw", "-B", "-o", "-q", "package", "-Dmaven.test.skip=true"),
            LONGEST_BUILD);
    assertEquals(0, build.exitCode(), build.out() + build.err());

    Path there = elsewhere.resolve(PROGRAM);
    for (String jar : NAMES_ALONE) {
      assertEquals(entries(PROGRAM.resolve(jar)), entries(there.resolve(jar)), jar);
    }
    assertArrayEquals(sorted(PROGRAM.resolve(INDEX)), sorted(there.resolve(INDEX)), INDEX);
    assertEquals(
        List.of(),
        differing(Archives.digests(PROGRAM), Archives.digests(there)),
        "Unless target/ has classes of an earlier build: ./mvnw clean");
  }

  private static List<String> differing(Map<String, String> here, Map<String, String> there) {
    return Stream.of(here.keySet(), there.keySet())
        .flatMap(Set::stream)
        .distinct()
        .filter(file -> !NAMES_ALONE.contains(file) && !file.equals(INDEX))
        .filter(file -> !Objects.equals(here.get(file), there.get(file)))
        .map(file -> file + ": " + here.get(file) + " and " + there.get(file))
        .toList();
  }

  private void copy(Path source) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(source)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      Path to = elsewhere.resolve(file);
      Files.createDirectories(to.getParent());
      Files.copy(file, to);
      to.toFile().setExecutable(Files.isExecutable(file));
    }
  }

  private static byte[] sorted(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Arrays.sort(bytes);
    return bytes;
  }

  private static Set<String> entries(Path archive) throws IOException {
    try (JarFile jar = new JarFile(archive.toFile())) {
      return jar.stream().map(Object::toString).collect(Collectors.toSet());
    }
  }
}
