package io.livenessledger;

import static io.livenessledger.Sources.compiled;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the main code to {@code docs/ARCHITECTURE.md}, and shows that every rule can fail. */
class ArchitectureTest {
  private static final PackageTable TABLE = PackageTable.read();
  private static final Path SOURCES = Path.of("src/main/java");
  private static final ArchRule IMPORTS = ArchitectureRules.imports(TABLE);

  private static final JavaClasses MAIN = Sources.mainCode();

  @TempDir Path directory;

  static Stream<ArchRule> rules() {
    return Stream.of(
        IMPORTS,
        ArchitectureRules.rows(TABLE),
        ArchitectureRules.packageInfos(SOURCES),
        ArchitectureRules.NO_CYCLES,
        ArchitectureRules.PLAIN_JAVA,
        ArchitectureRules.MERKLE_WITHOUT_FILES_AND_JSON,
        ArchitectureRules.RESOURCES_ARE_NAMED_SO,
        ArchitectureRules.TABLES_STAY_IN_THEIR_PACKAGE,
        ArchitectureRules.NO_RETRIES_AROUND_TRANSACTIONS,
        ArchitectureRules.ANSWERS_ARE_REGISTERED,
        ArchitectureRules.PROBLEM_MEMBERS_ARE_REGISTERED);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theMainCodeKeeps(ArchRule rule) {
    rule.check(MAIN);
  }

  @Test
  void theMainCodeIsFound() {
    assertTrue(MAIN.contain(Main.class), "no main code was looked at");
  }

  @Test
  void anImportTheRowDoesNotNameFails() {
    assertFails(
        IMPORTS,
        "io.livenessledger.record.Low",
        "package io.livenessledger.refresh; public class High {}",
        "package io.livenessledger.record; class Low { io.livenessledger.refresh.High[] up; }");
  }

  @Test
  void anImportTheRowNamesPasses() {
    assertKeeps(
        IMPORTS,
        "package io.livenessledger.record; public class Low {}",
        "package io.livenessledger.refresh; class High { io.livenessledger.record.Low down; }");
  }

  @Test
  void aSubpackageLivesByTheRowOfItsTopPackage() {
    assertFails(
        IMPORTS,
        "io.livenessledger.store.embedded.Low",
        "package io.livenessledger.ledger; public class High {}",
        "package io.livenessledger.store.embedded; class Low { io.livenessledger.ledger.High up; }");
  }

  @Test
  void anImportOfTheRootPackageFails() {
    assertFails(
        IMPORTS,
        "io.livenessledger.Top",
        "package io.livenessledger; public class Top {}",
        "package io.livenessledger.console; class Page { io.livenessledger.Top top; }");
  }

  @Test
  void theRootPackageMayImportEverything() {
    assertKeeps(
        IMPORTS,
        "package io.livenessledger.verifik; public class Api {}",
        "package io.livenessledger; class Wiring { io.livenessledger.verifik.Api api; }");
  }

  @Test
  void aPackageWithoutARowFails() {
    assertFails(
        ArchitectureRules.rows(TABLE),
        "util has no row",
        "package io.livenessledger.util; class Strings {}");
  }

  @Test
  void aPackageWithoutPackageInfoFails() {
    assertFails(
        ArchitectureRules.packageInfos(SOURCES),
        "no io/livenessledger/record/odd/package-info.java",
        "package io.livenessledger.record.odd; class Lonely {}");
  }

  @Test
  void aCycleBetweenSubpackagesFails() {
    assertFails(
        ArchitectureRules.NO_CYCLES,
        "Cycle detected",
        "package io.livenessledger.store; public class Seam { io.livenessledger.store.embedded.Server s; }",
        "package io.livenessledger.store.embedded; public class Server { io.livenessledger.store.Seam s; }");
  }

  @Test
  void aFrameworkInCanonicalOrMerkleFails() {
    assertFails(
        ArchitectureRules.PLAIN_JAVA,
        "Uni",
        "package io.livenessledger.merkle; class Tree { io.smallrye.mutiny.Uni<String> root; }");
    assertFails(
        ArchitectureRules.PLAIN_JAVA,
        "ApplicationScoped",
        "package io.livenessledger.canonical; @jakarta.enterprise.context.ApplicationScoped class Form {}");
  }

  @Test
  void filesAndJsonInMerkleFail() {
    assertFails(
        ArchitectureRules.MERKLE_WITHOUT_FILES_AND_JSON,
        "java.nio.file.Path",
        "package io.livenessledger.merkle; class Tile { java.nio.file.Path where; }");
    assertFails(
        ArchitectureRules.MERKLE_WITHOUT_FILES_AND_JSON,
        "java.io.FileInputStream",
        "package io.livenessledger.merkle; class Stream { java.io.FileInputStream from; }");
  }

  @Test
  void aResourceOfAnotherNameFails() {
    assertFails(
        ArchitectureRules.RESOURCES_ARE_NAMED_SO,
        "Controller",
        "package io.livenessledger.record; @jakarta.ws.rs.Path(\"/x\") class Controller {}");
  }

  @Test
  void aPublicEntityOrRepositoryFails() {
    for (String type :
        List.of(
            "class RowEntity {}",
            "interface RowRepository {}",
            "@jakarta.persistence.Entity class Row {}",
            "class Rows implements"
                + " io.quarkus.hibernate.reactive.panache.PanacheRepository<String> {}")) {
      assertFails(
          ArchitectureRules.TABLES_STAY_IN_THEIR_PACKAGE,
          "Row",
          "package io.livenessledger.record; " + type.replaceFirst("class|interface", "public $0"));
    }
  }

  @Test
  void aRetryInAClassWithTransactionsFails() {
    assertFails(
        ArchitectureRules.NO_RETRIES_AROUND_TRANSACTIONS,
        "Intake",
        "package io.livenessledger.store; public class Transactions {}",
        """
        package io.livenessledger.intake;
        class Intake {
          io.livenessledger.store.Transactions transactions;
          static class Inner {
            @org.eclipse.microprofile.faulttolerance.Retry void again() {}
          }
        }
        """);
  }

  @Test
  void aRetryBesideAClassWithTransactionsPasses() {
    assertKeeps(
        ArchitectureRules.NO_RETRIES_AROUND_TRANSACTIONS,
        "package io.livenessledger.store; public class Transactions {}",
        "package io.livenessledger.intake; class A { io.livenessledger.store.Transactions t; }",
        "package io.livenessledger.intake; class B { @org.eclipse.microprofile.faulttolerance.Retry void again() {} }");
  }

  @Test
  void aProblemMemberThatANativeExecutableCannotWriteFails() {
    assertFails(
        ArchitectureRules.PROBLEM_MEMBERS_ARE_REGISTERED,
        "Held",
        "package io.livenessledger.record; class Held"
            + " implements io.livenessledger.problem.ProblemMember {}");
  }

  @Test
  void anAnswerThatANativeExecutableCannotWriteFails() {
    String resource =
        """
        package io.livenessledger.record;
        class Resource {
          @org.eclipse.microprofile.openapi.annotations.responses.APIResponse(
              content = @org.eclipse.microprofile.openapi.annotations.media.Content(
                  schema = @org.eclipse.microprofile.openapi.annotations.media.Schema(
                      implementation = View.class)))
          Object answer() { return null; }
        }
        """;
    String registered = "@io.quarkus.runtime.annotations.RegisterForReflection";
    for (String bad : List.of("", registered)) {
      assertFails(
          ArchitectureRules.ANSWERS_ARE_REGISTERED,
          "View",
          "package io.livenessledger.record; " + bad + " class View {}",
          resource);
    }
    assertKeeps(
        ArchitectureRules.ANSWERS_ARE_REGISTERED,
        "package io.livenessledger.record; "
            + registered
            + "(registerFullHierarchy = true) class View {}",
        resource);
  }

  private void assertFails(ArchRule rule, String expected, String... sources) {
    JavaClasses bad = compiled(fresh(), sources);
    String message = assertThrows(AssertionError.class, () -> rule.check(bad)).getMessage();
    assertTrue(message.contains(expected), message);
  }

  private void assertKeeps(ArchRule rule, String... sources) {
    JavaClasses good = compiled(fresh(), sources);
    assertDoesNotThrow(() -> rule.check(good));
  }

  /** What an earlier example of the same test left behind would fail in the later one's stead. */
  private Path fresh() {
    try {
      return Files.createTempDirectory(directory, "example");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
