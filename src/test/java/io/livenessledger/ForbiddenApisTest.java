package io.livenessledger;

import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static io.livenessledger.ForbiddenApis.CHARSETS_ARE_NAMED;
import static io.livenessledger.ForbiddenApis.ERRORS_GO_TO_THE_LOG;
import static io.livenessledger.ForbiddenApis.JDBC_IS_FOR_MIGRATIONS;
import static io.livenessledger.ForbiddenApis.LOCALES_ARE_NAMED;
import static io.livenessledger.ForbiddenApis.NOTHING_BLOCKS;
import static io.livenessledger.ForbiddenApis.OUTPUT_GOES_TO_THE_LOG;
import static io.livenessledger.ForbiddenApis.THE_CLOCK_IS_HANDED_OUT_BY_THE_ROOT;
import static io.livenessledger.ForbiddenApis.TIME_COMES_FROM_A_CLOCK;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the main code to the forbidden APIs, and shows that each of them is caught. */
class ForbiddenApisTest {
  private static final JavaClasses MAIN = Sources.mainCode();

  private static JavaClasses examples;

  /** All at once: the compiler takes longer to start than to compile them. */
  @BeforeAll
  static void compileTheExamples(@TempDir Path directory) {
    examples =
        Sources.compiled(
            directory,
            Stream.of(
                    forbidden().map(arguments -> example("record.", (String) arguments.get()[1])),
                    allowed().map(statement -> example("record.", statement)),
                    allowedInTheRoot().map(statement -> example("", statement)))
                .flatMap(sources -> sources)
                .toArray(String[]::new));
  }

  static Stream<ArchRule> rules() {
    return ForbiddenApis.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theMainCodeKeeps(ArchRule rule) {
    rule.check(MAIN);
  }

  static Stream<Arguments> forbidden() {
    return Stream.of(
        arguments(TIME_COMES_FROM_A_CLOCK, "java.time.Instant.now();"),
        arguments(TIME_COMES_FROM_A_CLOCK, "java.time.LocalDate.now();"),
        arguments(
            TIME_COMES_FROM_A_CLOCK, "java.time.LocalDateTime.now(java.time.ZoneOffset.UTC);"),
        arguments(TIME_COMES_FROM_A_CLOCK, "java.time.OffsetDateTime.now();"),
        arguments(TIME_COMES_FROM_A_CLOCK, "System.currentTimeMillis();"),
        arguments(TIME_COMES_FROM_A_CLOCK, "new java.util.Date();"),
        arguments(TIME_COMES_FROM_A_CLOCK, "java.util.Calendar.getInstance();"),
        arguments(
            TIME_COMES_FROM_A_CLOCK,
            "java.util.function.Supplier<java.time.Instant> s = java.time.Instant::now;"),
        arguments(THE_CLOCK_IS_HANDED_OUT_BY_THE_ROOT, "java.time.Clock.systemUTC();"),
        arguments(THE_CLOCK_IS_HANDED_OUT_BY_THE_ROOT, "java.time.InstantSource.system();"),
        arguments(CHARSETS_ARE_NAMED, "new String(new byte[0]);"),
        arguments(CHARSETS_ARE_NAMED, "new String(new byte[0], 0, 0);"),
        arguments(CHARSETS_ARE_NAMED, "\"\".getBytes();"),
        arguments(CHARSETS_ARE_NAMED, "new java.io.FileReader(\"f\");"),
        arguments(CHARSETS_ARE_NAMED, "new java.io.FileWriter(new java.io.File(\"f\"));"),
        arguments(CHARSETS_ARE_NAMED, "new java.io.InputStreamReader(System.in);"),
        arguments(CHARSETS_ARE_NAMED, "new java.io.ByteArrayOutputStream().toString();"),
        arguments(CHARSETS_ARE_NAMED, "java.nio.charset.Charset.defaultCharset();"),
        arguments(
            CHARSETS_ARE_NAMED,
            "java.util.function.Function<String, byte[]> f = String::getBytes;"),
        arguments(LOCALES_ARE_NAMED, "\"I\".toLowerCase();"),
        arguments(LOCALES_ARE_NAMED, "\"i\".toUpperCase();"),
        arguments(LOCALES_ARE_NAMED, "String.format(\"%d\", 1);"),
        arguments(LOCALES_ARE_NAMED, "\"%d\".formatted(1);"),
        arguments(LOCALES_ARE_NAMED, "java.time.format.DateTimeFormatter.ofPattern(\"d MMM\");"),
        arguments(
            LOCALES_ARE_NAMED,
            "java.util.function.Function<String, String> f = String::toLowerCase;"),
        arguments(
            NOTHING_BLOCKS,
            "io.smallrye.mutiny.Uni.createFrom().voidItem().await().indefinitely();"),
        arguments(NOTHING_BLOCKS, "Thread.sleep(1);"),
        arguments(NOTHING_BLOCKS, "java.util.concurrent.TimeUnit.SECONDS.sleep(1);"),
        arguments(JDBC_IS_FOR_MIGRATIONS, "java.sql.Connection c = null; c.commit();"),
        arguments(JDBC_IS_FOR_MIGRATIONS, "javax.sql.DataSource d = null; d.getConnection();"),
        arguments(OUTPUT_GOES_TO_THE_LOG, "System.out.println();"),
        arguments(OUTPUT_GOES_TO_THE_LOG, "new IllegalStateException().printStackTrace();"),
        arguments(ERRORS_GO_TO_THE_LOG, "System.err.println();"));
  }

  @ParameterizedTest
  @MethodSource("forbidden")
  void aForbiddenCallFails(ArchRule rule, String statement) {
    JavaClasses bad = compiled(".record.", statement);
    assertThrows(AssertionError.class, () -> rule.check(bad));
  }

  static Stream<String> allowed() {
    return Stream.of(
        "java.time.Instant.now(java.time.Clock.fixed(java.time.Instant.EPOCH, java.time.ZoneOffset.UTC));",
        "new java.util.Date(0);",
        "new String(new byte[0], java.nio.charset.StandardCharsets.UTF_8);",
        "\"\".getBytes(java.nio.charset.StandardCharsets.UTF_8);",
        "new String(new char[0]);",
        "new java.io.InputStreamReader(System.in, java.nio.charset.StandardCharsets.UTF_8);",
        "new java.io.PrintWriter(new java.io.StringWriter()).println();",
        "new java.io.ByteArrayOutputStream().write(1);",
        "\"I\".toLowerCase(java.util.Locale.ROOT);",
        "String.format(java.util.Locale.ROOT, \"%d\", 1);",
        "io.smallrye.mutiny.Uni.createFrom().voidItem();");
  }

  @ParameterizedTest
  @MethodSource("allowed")
  void whatTheRulesRecommendPasses(String statement) {
    JavaClasses good = compiled(".record.", statement);
    ForbiddenApis.ALL.forEach(rule -> assertDoesNotThrow(() -> rule.check(good)));
  }

  static Stream<String> allowedInTheRoot() {
    return Stream.of("java.time.Clock.systemUTC();", "System.err.println();");
  }

  @ParameterizedTest
  @MethodSource("allowedInTheRoot")
  void theRootPackageHasTheClockAndStandardError(String statement) {
    JavaClasses good = compiled(".", statement);
    ForbiddenApis.ALL.forEach(rule -> assertDoesNotThrow(() -> rule.check(good)));
  }

  private static JavaClasses compiled(String inPackage, String statement) {
    JavaClasses example = examples.that(name(Sources.ROOT + inPackage + nameOf(statement)));
    assertEquals(1, example.size());
    return example;
  }

  private static String example(String inPackage, String statement) {
    return "package %s; class %s { void run() throws Exception { %s } }"
        .formatted(
            (Sources.ROOT + "." + inPackage).replaceFirst("\\.$", ""),
            nameOf(statement),
            statement);
  }

  private static String nameOf(String statement) {
    return "Example" + Integer.toHexString(statement.hashCode());
  }
}
