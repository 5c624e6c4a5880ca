package io.livenessledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * The claims of {@code docs/THREAT_MODEL.md}. A claim is a row of a table under the header {@code |
 * what stops them | shown by |}; its last cell names tests as {@code Class#method}, the class
 * without its package. Tests that are named elsewhere in the document are claims' tests too.
 *
 * @param rows the claims, as they stand
 * @param named all tests that the document names
 */
record ThreatModel(List<String> rows, List<String> named) {
  static final Path DOCUMENT = Path.of("docs/THREAT_MODEL.md");
  private static final String HEADER = "| what stops them | shown by |";
  private static final Path TESTS = Path.of("src/test/java");

  /** Anything that is written as a method of a class: a misspelt one must not pass for prose. */
  private static final Pattern NAME = Pattern.compile("`([A-Z]\\w*#\\w+)`");

  static ThreatModel read() {
    try {
      return parse(Files.readAllLines(DOCUMENT));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ThreatModel parse(List<String> markdown) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < markdown.size(); i++) {
      if (markdown.get(i).equals(HEADER)) {
        markdown.stream().skip(i + 2L).takeWhile(line -> line.startsWith("|")).forEach(rows::add);
      }
    }
    return new ThreatModel(rows, namesIn(String.join("\n", markdown)));
  }

  /** What is wrong with it, each in a line; empty when every claim has a test. */
  List<String> faults() {
    Stream<String> unshown =
        rows.stream().filter(row -> !isShown(row)).map(row -> "no test is named: " + row);
    Stream<String> missing = named.stream().distinct().flatMap(ThreatModel::objection);
    return Stream.concat(unshown, missing).toList();
  }

  private static boolean isShown(String row) {
    String[] cells = row.split("\\|", -1);
    return cells.length == 4 && !cells[1].isBlank() && !namesIn(cells[2]).isEmpty();
  }

  private static List<String> namesIn(String text) {
    return NAME.matcher(text).results().map(match -> match.group(1)).toList();
  }

  private static Stream<String> objection(String name) {
    String[] parts = name.split("#", 2);
    List<Class<?>> classes = classesOf(parts[0]);
    if (classes.size() != 1) {
      return Stream.of(name + ": " + classes.size() + " classes have this name");
    }
    boolean runs =
        !classes.get(0).isAnnotationPresent(Disabled.class)
            && Arrays.stream(classes.get(0).getDeclaredMethods())
                .filter(method -> method.getName().equals(parts[1]))
                .anyMatch(ThreatModel::isTest);
    return runs ? Stream.empty() : Stream.of(name + ": no such test");
  }

  private static boolean isTest(Method method) {
    return Stream.of(Test.class, ParameterizedTest.class).anyMatch(method::isAnnotationPresent)
        && !method.isAnnotationPresent(Disabled.class);
  }

  /** Only those that Maven runs: classes of another name are none of its tests. */
  private static List<Class<?>> classesOf(String simpleName) {
    if (!simpleName.matches("\\w+(Test|IT)")) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(TESTS)) {
      return files
          .filter(file -> file.endsWith(simpleName + ".java"))
          .<Class<?>>map(ThreatModel::classOf)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Class<?> classOf(Path source) {
    String name = TESTS.relativize(source).toString().replace(".java", "");
    try {
      return Class.forName(
          name.replace('/', '.').replace('\\', '.'), false, ThreatModel.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
