package io.livenessledger;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.livenessledger.Sources.ROOT;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What main code does not call, with the reason in each rule. Method references count as calls.
 * Error Prone knows more cases of the default charset, locale and time zone, and stops at
 * compilation.
 */
final class ForbiddenApis {
  private static final Set<String> CHARSET_TAKERS =
      Set.of(
          "java.lang.String",
          "java.io.FileReader",
          "java.io.FileWriter",
          "java.io.InputStreamReader",
          "java.io.OutputStreamWriter",
          "java.io.PrintStream",
          "java.io.PrintWriter",
          "java.io.ByteArrayOutputStream");
  private static final Set<String> BYTES =
      Set.of("[B", "java.io.File", "java.io.InputStream", "java.io.OutputStream");
  private static final Set<String> NAMES_A_FILE =
      Set.of(
          "java.io.FileReader", "java.io.FileWriter", "java.io.PrintStream", "java.io.PrintWriter");
  private static final Set<String> SYSTEM_CLOCKS =
      Set.of(
          "systemUTC", "systemDefaultZone", "system", "tickMillis", "tickSeconds", "tickMinutes");

  static final ArchRule TIME_COMES_FROM_A_CLOCK =
      everywhere()
          .should()
          .accessTargetWhere(access("the time without a clock", ForbiddenApis::readsTheTime))
          .because(
              "what happened when is evidence, and a test must be able to say when: inject the Clock")
          .allowEmptyShould(true);

  static final ArchRule THE_CLOCK_IS_HANDED_OUT_BY_THE_ROOT =
      belowRoot()
          .should()
          .accessTargetWhere(
              access(
                  "the system's clock",
                  target ->
                      isOf(target, "java.time.Clock", "java.time.InstantSource")
                          && SYSTEM_CLOCKS.contains(target.getName())))
          .because("there is one clock, and a test replaces it: inject the Clock")
          .allowEmptyShould(true);

  static final ArchRule CHARSETS_ARE_NAMED =
      everywhere()
          .should()
          .accessTargetWhere(access("the default charset", ForbiddenApis::takesTheDefaultCharset))
          .because(
              "the same bytes must mean the same on every machine: pass StandardCharsets.UTF_8")
          .allowEmptyShould(true);

  static final ArchRule LOCALES_ARE_NAMED =
      everywhere()
          .should()
          .accessTargetWhere(access("the default locale", ForbiddenApis::takesTheDefaultLocale))
          .because(
              "a Turkish machine lowers I to a dotless i: pass Locale.ROOT (and never format SQL)")
          .allowEmptyShould(true);

  static final ArchRule NOTHING_BLOCKS =
      everywhere()
          .should()
          .accessTargetWhere(
              access(
                  "a wait",
                  target ->
                      is(target, "io.smallrye.mutiny.Uni", "await")
                          || is(target, "java.lang.Thread", "sleep")
                          || is(target, "java.util.concurrent.TimeUnit", "sleep")))
          .because(
              "it stops an event loop and every request on it: return a Uni, delay with a timer")
          .allowEmptyShould(true);

  static final ArchRule JDBC_IS_FOR_MIGRATIONS =
      everywhere()
          .and()
          .areNotAssignableTo("org.flywaydb.core.api.migration.JavaMigration")
          .and()
          .areNotAssignableTo("org.flywaydb.core.api.callback.Callback")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..")
          .because(
              "JDBC blocks, and its pool has two connections, both for Flyway: use store.Transactions")
          .allowEmptyShould(true);

  static final ArchRule OUTPUT_GOES_TO_THE_LOG =
      everywhere()
          .should()
          .accessTargetWhere(
              access(
                  "standard output or a printed stack trace",
                  target ->
                      is(target, "java.lang.System", "out")
                          || (target.getName().equals("printStackTrace")
                              && target.getOwner().isAssignableTo(Throwable.class))))
          .because("an operator reads one log, with levels and request ids")
          .allowEmptyShould(true);

  static final ArchRule ERRORS_GO_TO_THE_LOG =
      belowRoot()
          .should()
          .accessTargetWhere(
              access("standard error", target -> is(target, "java.lang.System", "err")))
          .because(
              "only the root package writes there: the one line that says why there was no start")
          .allowEmptyShould(true);

  static final List<ArchRule> ALL =
      List.of(
          TIME_COMES_FROM_A_CLOCK,
          THE_CLOCK_IS_HANDED_OUT_BY_THE_ROOT,
          CHARSETS_ARE_NAMED,
          LOCALES_ARE_NAMED,
          NOTHING_BLOCKS,
          JDBC_IS_FOR_MIGRATIONS,
          OUTPUT_GOES_TO_THE_LOG,
          ERRORS_GO_TO_THE_LOG);

  private ForbiddenApis() {}

  private static GivenClassesConjunction everywhere() {
    return noClasses().that().resideInAPackage(ROOT + "..");
  }

  private static GivenClassesConjunction belowRoot() {
    return noClasses().that().resideInAPackage(ROOT + ".(*)..");
  }

  private static boolean readsTheTime(AccessTarget target) {
    String owner = target.getOwner().getName();
    return switch (target.getName()) {
      case "now" -> owner.startsWith("java.time.") && !takes(target, Set.of("java.time.Clock"));
      case "currentTimeMillis" -> owner.equals("java.lang.System");
      case "getInstance" -> owner.equals("java.util.Calendar");
      case "<init>" -> owner.equals("java.util.Date") && parameters(target).findAny().isEmpty();
      default -> false;
    };
  }

  private static boolean takesTheDefaultCharset(AccessTarget target) {
    String owner = target.getOwner().getName();
    if (owner.equals("java.nio.charset.Charset")) {
      return target.getName().equals("defaultCharset");
    }
    if (!CHARSET_TAKERS.contains(owner) || parameters(target).anyMatch(ForbiddenApis::isCharset)) {
      return false;
    }
    return switch (target.getName()) {
      case "getBytes" -> true;
      case "toString" -> owner.equals("java.io.ByteArrayOutputStream");
      case "<init>" ->
          !owner.equals("java.io.ByteArrayOutputStream")
              && (takes(target, BYTES)
                  || (NAMES_A_FILE.contains(owner) && takes(target, Set.of("java.lang.String"))));
      default -> false;
    };
  }

  private static boolean takesTheDefaultLocale(AccessTarget target) {
    if (takes(target, Set.of("java.util.Locale"))) {
      return false;
    }
    return switch (target.getName()) {
      case "toLowerCase", "toUpperCase", "format", "formatted" -> isOf(target, "java.lang.String");
      case "printf" -> isOf(target, "java.io.PrintStream", "java.io.PrintWriter");
      case "ofPattern" -> isOf(target, "java.time.format.DateTimeFormatter");
      default -> false;
    };
  }

  private static boolean isCharset(String type) {
    return type.startsWith("java.nio.charset.Charset");
  }

  private static boolean is(AccessTarget target, String owner, String name) {
    return isOf(target, owner) && target.getName().equals(name);
  }

  private static boolean isOf(AccessTarget target, String... owners) {
    return Stream.of(owners).anyMatch(target.getOwner().getName()::equals);
  }

  private static boolean takes(AccessTarget target, Set<String> types) {
    return parameters(target).anyMatch(types::contains);
  }

  private static Stream<String> parameters(AccessTarget target) {
    return target instanceof CodeUnitAccessTarget unit
        ? unit.getRawParameterTypes().stream().map(JavaClass::getName)
        : Stream.empty();
  }

  private static DescribedPredicate<JavaAccess<?>> access(
      String description, Predicate<AccessTarget> forbidden) {
    return DescribedPredicate.describe(description, access -> forbidden.test(access.getTarget()));
  }
}
