package org.candlewright.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The house as an executable rule: which floor may use which, and what stays outside. */
class ArchitectureTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.candlewright");

  /** Floors 1 to 4: where results come from, so they must be the same on every machine. */
  private static final String[] DETERMINISTIC = {
    "org.candlewright.market..",
    "org.candlewright.indicator..",
    "org.candlewright.strategy..",
    "org.candlewright.engine..",
    "org.candlewright.backtest..",
    "org.candlewright.analytics..",
    "org.candlewright.replay..",
    "org.candlewright.trading.."
  };

  /** Functions of Math that every JVM must compute to the same bits. */
  private static final Set<String> EXACT_MATH =
      Set.of(
          "abs",
          "min",
          "max",
          "clamp",
          "signum",
          "sqrt",
          "fma",
          "ceil",
          "floor",
          "rint",
          "round",
          "multiplyHigh",
          "multiplyFull",
          "floorDiv",
          "floorMod",
          "ceilDiv",
          "ceilMod",
          "ceilDivExact",
          "floorDivExact",
          "divideExact",
          "addExact",
          "subtractExact",
          "multiplyExact",
          "negateExact",
          "incrementExact",
          "decrementExact",
          "toIntExact",
          "absExact",
          "powExact",
          "unsignedMultiplyHigh",
          "ulp",
          "nextUp",
          "nextDown",
          "scalb",
          "getExponent",
          "copySign");

  private static final Set<String> CLOCK =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.time.Instant.now",
          "java.time.LocalDate.now",
          "java.time.LocalDateTime.now",
          "java.time.ZonedDateTime.now",
          "java.time.OffsetDateTime.now",
          "java.time.Clock.systemUTC",
          "java.time.Clock.systemDefaultZone");

  @Test
  void eachFloorUsesOnlyFloorsBelow() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .withOptionalLayers(true)
        .layer("7 app")
        .definedBy("org.candlewright.app..")
        .layer("6 ui, cli")
        .definedBy("org.candlewright.ui..", "org.candlewright.cli..")
        .layer("5 adapters")
        .definedBy(
            "org.candlewright.store..",
            "org.candlewright.exchange..",
            "org.candlewright.feed..",
            "org.candlewright.alert..",
            "org.candlewright.export..")
        .layer("4 work")
        .definedBy(
            "org.candlewright.backtest..", "org.candlewright.analytics..",
            "org.candlewright.replay..", "org.candlewright.trading..")
        .layer("3 engine")
        .definedBy("org.candlewright.engine..")
        .layer("2 rules")
        .definedBy("org.candlewright.indicator..", "org.candlewright.strategy..")
        .layer("1 market")
        .definedBy("org.candlewright.market..")
        .whereLayer("7 app")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("6 ui, cli")
        .mayOnlyBeAccessedByLayers("7 app")
        .whereLayer("5 adapters")
        .mayOnlyBeAccessedByLayers("7 app", "6 ui, cli")
        .whereLayer("4 work")
        .mayOnlyBeAccessedByLayers("7 app", "6 ui, cli", "5 adapters")
        .whereLayer("3 engine")
        .mayOnlyBeAccessedByLayers("7 app", "6 ui, cli", "5 adapters", "4 work")
        .whereLayer("2 rules")
        .mayOnlyBeAccessedByLayers("7 app", "6 ui, cli", "5 adapters", "4 work", "3 engine")
        .because("a floor that knows one above it can neither be tested nor reused without it")
        .check(HOUSE);
  }

  @Test
  void everyPackageHasAFloor() {
    classes()
        .should()
        .resideInAnyPackage(
            "org.candlewright.market..",
            "org.candlewright.indicator..",
            "org.candlewright.strategy..",
            "org.candlewright.engine..",
            "org.candlewright.backtest..",
            "org.candlewright.analytics..",
            "org.candlewright.replay..",
            "org.candlewright.trading..",
            "org.candlewright.store..",
            "org.candlewright.exchange..",
            "org.candlewright.feed..",
            "org.candlewright.alert..",
            "org.candlewright.export..",
            "org.candlewright.ui..",
            "org.candlewright.cli..",
            "org.candlewright.app..")
        .because("a package without a floor escapes every rule here")
        .check(HOUSE);
  }

  @Test
  void packagesFormNoCycles() {
    slices()
        .matching("org.candlewright.(*)..")
        .should()
        .beFreeOfCycles()
        .because("packages in a cycle are one package with two names")
        .check(HOUSE);
  }

  @Test
  void windowAndCommandLineDoNotKnowEachOther() {
    noClasses()
        .that()
        .resideInAPackage("org.candlewright.ui..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.candlewright.cli..")
        .because("both are doors to the same services, not to each other")
        .allowEmptyShould(true)
        .check(HOUSE);
    noClasses()
        .that()
        .resideInAPackage("org.candlewright.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.candlewright.ui..")
        .because("a command must start without loading JavaFX")
        .check(HOUSE);
  }

  @Test
  void floorsOneToFourReachNothingOutside() {
    noClasses()
        .that()
        .resideInAnyPackage(DETERMINISTIC)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "javafx..",
                "java.sql..",
                "javax.sql..",
                "org.h2..",
                "org.jdbi..",
                "org.flywaydb..",
                "java.net.http..",
                "java.nio.channels..",
                "org.knowm..",
                "picocli.."))
        .because("what decides and counts must not depend on screen, disk, database or network")
        .check(HOUSE);
    noClasses()
        .that()
        .resideInAnyPackage(DETERMINISTIC)
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.net.Socket")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.net.URLConnection")
        .because("the network belongs to the exchange and feed packages")
        .check(HOUSE);
  }

  @Test
  void floorsOneToFourReadNoClock() {
    noClasses()
        .that()
        .resideInAnyPackage(DETERMINISTIC)
        .should()
        .accessTargetWhere(describe("the target is a clock", ArchitectureTest::readsClock))
        .because("time comes with the events; a run must be the same tomorrow")
        .check(HOUSE);
  }

  @Test
  void floorsOneToFourDrawNoUnseededNumbers() {
    noClasses()
        .that()
        .resideInAnyPackage(DETERMINISTIC)
        .should()
        .accessTargetWhere(describe("the target is unseeded chance", ArchitectureTest::unseeded))
        .because("chance without a seed cannot be repeated")
        .check(HOUSE);
  }

  @Test
  void floorsOneToFourUseStrictMathWhereMathMayDiffer() {
    noClasses()
        .that()
        .resideInAnyPackage(DETERMINISTIC)
        .should()
        .accessTargetWhere(
            describe(
                "the target is a Math function with a tolerance", ArchitectureTest::inexactMath))
        .because("Math.log and its like may differ in the last bit between machines")
        .check(HOUSE);
  }

  @Test
  void viewModelsKnowNoControlAndNoScene() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("ViewModel")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("javafx.scene..", "javafx.stage..", "org.controlsfx.."))
        .because("a view model is tested without a toolkit")
        .allowEmptyShould(true)
        .check(HOUSE);
  }

  @Test
  void onlyTheWindowKnowsJavaFx() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.candlewright.ui..", "org.candlewright.app..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx..")
        .because("everything else runs on machines without a screen")
        .check(HOUSE);
  }

  @Test
  void onlyTheStoreTalksToTheDatabase() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.candlewright.store..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "java.sql..", "javax.sql..", "org.h2..", "org.jdbi..", "org.flywaydb.."))
        .because("the rest of the program asks through the interfaces of its own floor")
        .check(HOUSE);
  }

  @Test
  void theBareLoopIsBare() {
    classes()
        .that()
        .haveFullyQualifiedName("org.candlewright.bench.BareLoop")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage("java.lang..", "org.candlewright.bench..")
                .or(nameMatching("org\\.candlewright\\.market\\.Exact"))
                .or(nameMatching("\\[.")))
        .because("what the engine is measured against may share arithmetic with it, nothing else")
        .allowEmptyShould(true)
        .check(new ClassFileImporter().importPackages("org.candlewright.bench"));
  }

  private static boolean readsClock(JavaAccess<?> access) {
    return CLOCK.contains(access.getTargetOwner().getFullName() + "." + access.getName());
  }

  private static boolean unseeded(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getFullName();
    boolean noSeed =
        access.getTarget().getFullName().equals("java.util.Random.<init>()")
            || access.getTarget().getFullName().equals("java.util.SplittableRandom.<init>()");
    return noSeed
        || owner.equals("java.util.concurrent.ThreadLocalRandom")
        || owner.equals("java.security.SecureRandom")
        || access.getTarget().getFullName().equals("java.util.UUID.randomUUID()")
        || access.getTarget().getFullName().equals("java.lang.Math.random()");
  }

  private static boolean inexactMath(JavaAccess<?> access) {
    return access.getTargetOwner().getFullName().equals("java.lang.Math")
        && !EXACT_MATH.contains(access.getName());
  }
}
