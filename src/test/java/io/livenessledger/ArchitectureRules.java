package io.livenessledger;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.livenessledger.Sources.ROOT;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.livenessledger.problem.ProblemMember;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The rules of {@code docs/ARCHITECTURE.md}. None minds that its packages do not exist yet. */
final class ArchitectureRules {
  private static final String OPEN_API = "org.eclipse.microprofile.openapi";

  static final ArchRule NO_CYCLES =
      slices()
          .matching(ROOT + ".(**)")
          .should()
          .beFreeOfCycles()
          .because("packages in a cycle can only be read and changed together")
          .allowEmptyShould(true);

  static final ArchRule PLAIN_JAVA =
      noClasses()
          .that()
          .resideInAnyPackage(ROOT + ".canonical..", ROOT + ".merkle..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.quarkus..",
              "jakarta..",
              "io.smallrye..",
              "org.eclipse.microprofile..",
              "io.vertx..")
          .because("an outsider's verifier is made of these two packages")
          .allowEmptyShould(true);

  static final ArchRule MERKLE_WITHOUT_FILES_AND_JSON =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".merkle..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.nio.file..", "java.nio.channels..", "java.net..", "com.fasterxml..")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching("java\\.io\\.(File|RandomAccessFile).*")
          .because("the tree's arithmetic reads through a function that is handed to it")
          .allowEmptyShould(true);

  static final ArchRule RESOURCES_ARE_NAMED_SO =
      classes()
          .that()
          .areAnnotatedWith("jakarta.ws.rs.Path")
          .and()
          .areNotInterfaces() // the vendor's is one: called by us, not served by us
          .should()
          .haveSimpleNameEndingWith("Resource")
          .because("our HTTP surface is found by this name")
          .allowEmptyShould(true);

  static final ArchRule TABLES_STAY_IN_THEIR_PACKAGE =
      classes()
          .that()
          .haveSimpleNameEndingWith("Entity")
          .or()
          .haveSimpleNameEndingWith("Repository")
          .or()
          .areAnnotatedWith("jakarta.persistence.Entity")
          .or()
          .areAssignableTo("io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase")
          .should()
          .notBePublic()
          .andShould()
          .notBeProtected()
          .because("a repository offers deleteAll(), and an entity its fields, to whoever sees it")
          .allowEmptyShould(true);

  static final ArchRule NO_RETRIES_AROUND_TRANSACTIONS =
      noClasses()
          .that(
              dependOnAny(
                  "io.smallrye.faulttolerance.", "org.eclipse.microprofile.faulttolerance."))
          .should(
              ArchCondition.from(
                  dependOnAny("io.quarkus.hibernate.reactive.", ROOT + ".store.Transactions")))
          .because(
              "a retry would run inside the transaction, and hold it while the vendor is called")
          .allowEmptyShould(true);

  static final ArchRule ANSWERS_ARE_REGISTERED =
      classes()
          .should(onEach("name documents that Jackson can write", ArchitectureRules::unregistered))
          .because(
              "a native executable knows of no member of a class that nothing declares, and a"
                  + " Response does not say what is in it")
          .allowEmptyShould(true);

  static final ArchRule PROBLEM_MEMBERS_ARE_REGISTERED =
      classes()
          .should(
              onEach(
                  "be problem members that Jackson can write",
                  ArchitectureRules::unregisteredMember))
          .because("a native executable answers with a bare 500 where it cannot write a problem")
          .allowEmptyShould(true);

  private ArchitectureRules() {}

  /**
   * Each package has a row, and imports, of ours, itself and what the row names: never the root.
   */
  static ArchRule imports(PackageTable table) {
    return classes()
        .that()
        .resideInAPackage(ROOT + ".(*)..")
        .should(
            onEach(
                "import only what their row in " + PackageTable.DOCUMENT + " names",
                type ->
                    type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> isUnnamed(table, type, dependency))
                        .map(Dependency::getDescription)))
        .allowEmptyShould(true);
  }

  static ArchRule rows(PackageTable table) {
    return classes()
        .that()
        .resideInAPackage(ROOT + ".(*)..")
        .should(
            onEach(
                "belong to a package with a row in " + PackageTable.DOCUMENT,
                type ->
                    Stream.of(topPackage(type))
                        .filter(top -> !table.mayImport().containsKey(top))
                        .map(top -> top + " has no row, but " + type.getDescription())))
        .allowEmptyShould(true);
  }

  static ArchRule packageInfos(Path sources) {
    return classes()
        .that()
        .resideInAPackage(ROOT + ".(*)..")
        .should(
            onEach(
                "belong to a package that says what it owns",
                type ->
                    Stream.of(type.getPackageName().replace('.', '/') + "/package-info.java")
                        .filter(file -> !Files.exists(sources.resolve(file)))
                        .map(file -> "no " + file + " for " + type.getDescription())))
        .allowEmptyShould(true);
  }

  private static boolean isUnnamed(PackageTable table, JavaClass type, Dependency dependency) {
    JavaClass target = dependency.getTargetClass().getBaseComponentType();
    if (!target.getName().startsWith(ROOT + ".")) {
      return false;
    }
    String from = topPackage(type);
    String to = topPackage(target);
    return !to.equals(from) && !table.mayImport().getOrDefault(from, Set.of()).contains(to);
  }

  /** {@code store} for a class of {@code store.embedded}; empty for one of the root package. */
  private static String topPackage(JavaClass type) {
    String below = type.getPackageName().substring(ROOT.length());
    return below.isEmpty() ? "" : below.substring(1).split("\\.", -1)[0];
  }

  /**
   * A class together with those nested in it: a lambda's or an inner class' annotation counts too.
   */
  private static DescribedPredicate<JavaClass> dependOnAny(String... namePrefixes) {
    return DescribedPredicate.describe(
        "depend on " + String.join(" or ", namePrefixes),
        type ->
            type.getPackage().getClasses().stream()
                .filter(other -> outermost(other).equals(outermost(type)))
                .flatMap(other -> other.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass().getBaseComponentType().getName())
                .anyMatch(name -> Stream.of(namePrefixes).anyMatch(name::startsWith)));
  }

  private static String outermost(JavaClass type) {
    return type.getName().split("\\$", 2)[0];
  }

  private static Stream<String> unregistered(JavaClass type) {
    Stream<HasAnnotations<?>> places =
        type.getMethods().stream()
            .flatMap(method -> Stream.concat(Stream.of(method), method.getParameters().stream()));
    return places
        .flatMap(place -> place.getAnnotations().stream())
        .filter(annotation -> annotation.getRawType().getPackageName().startsWith(OPEN_API))
        .flatMap(ArchitectureRules::classesIn)
        .filter(named -> named.getPackageName().startsWith(ROOT) && !named.isEnum())
        .filter(named -> !isRegisteredWithItsParts(named))
        .map(named -> type.getName() + " answers with " + named.getName());
  }

  private static Stream<String> unregisteredMember(JavaClass type) {
    boolean member = !type.isInterface() && type.isAssignableTo(ProblemMember.class);
    return member && !isRegisteredWithItsParts(type) ? Stream.of(type.getName()) : Stream.empty();
  }

  private static boolean isRegisteredWithItsParts(JavaClass type) {
    return type.isAnnotatedWith(RegisterForReflection.class)
        && type.getAnnotationOfType(RegisterForReflection.class).registerFullHierarchy();
  }

  private static Stream<JavaClass> classesIn(Object value) {
    if (value instanceof JavaClass named) {
      return Stream.of(named);
    }
    if (value instanceof JavaAnnotation<?> annotation) {
      return annotation.getProperties().values().stream().flatMap(ArchitectureRules::classesIn);
    }
    return value instanceof Object[] values
        ? Stream.of(values).flatMap(ArchitectureRules::classesIn)
        : Stream.empty();
  }

  private static ArchCondition<JavaClass> onEach(
      String description, Function<JavaClass, Stream<String>> violations) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        violations
            .apply(type)
            .forEach(violation -> events.add(SimpleConditionEvent.violated(type, violation)));
      }
    };
  }
}
