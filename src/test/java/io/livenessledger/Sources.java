package io.livenessledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * What the architecture rules look at: our main code, or a few lines that break a rule on purpose.
 * Those are compiled on the spot and not kept among the test classes, where Quarkus would find
 * their resources and entities and make them part of the program under test.
 */
final class Sources {
  static final String ROOT = "io.livenessledger";

  private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
  private static final Pattern TYPE = Pattern.compile("(?:class|interface) (\\w+)");

  private Sources() {}

  static JavaClasses mainCode() {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages(ROOT);
  }

  /** Compiles the sources, each one top-level type with its package, below the directory. */
  static JavaClasses compiled(Path directory, String... sources) {
    Path classes = directory.resolve("classes");
    List<Path> files = new ArrayList<>();
    try {
      for (String source : sources) {
        Path file = directory.resolve("sources").resolve(fileOf(source));
        Files.createDirectories(file.getParent());
        files.add(Files.writeString(file, source));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    compile(files, List.of("-proc:none", "-nowarn", "-d", classes.toString()));
    return new ClassFileImporter().importPath(classes);
  }

  private static void compile(List<Path> files, List<String> options) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (var manager = compiler.getStandardFileManager(null, Locale.ROOT, UTF_8)) {
      var units = manager.getJavaFileObjectsFromPaths(files);
      assertTrue(
          compiler.getTask(messages, manager, null, options, null, units).call(),
          messages::toString);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String fileOf(String source) {
    return found(PACKAGE, source).replace('.', '/') + "/" + found(TYPE, source) + ".java";
  }

  private static String found(Pattern pattern, String source) {
    Matcher matcher = pattern.matcher(source);
    assertTrue(matcher.find(), () -> "no " + pattern + " in " + source);
    return matcher.group(1);
  }
}
