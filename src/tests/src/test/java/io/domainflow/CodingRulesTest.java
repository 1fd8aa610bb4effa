package io.domainflow;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static io.domainflow.ArchitectureTest.ORDER;
import static io.domainflow.Layer.ROOT;
import static io.domainflow.PackageRows.row;
import static io.domainflow.ProcessArchitectureTest.PROCESSES;
import static io.domainflow.SandboxArchitectureTest.SANDBOX;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.domainflow.build.OurTests;
import io.domainflow.consent.DisputeHold;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Holds for all code, whichever package it is in: time comes from the clock, null is in the types,
 * and no package is a long list of classes.
 */
@AnalyzeClasses(packages = "io.domainflow", importOptions = OurTests.None.class)
class CodingRulesTest {

  private static final int MOST_CLASSES_OF_A_PACKAGE = 30;

  @ArchTest
  static final ArchRule beansOfAKindGoByTheirOrder =
      noClasses()
          .should()
          .callMethod(ObjectProvider.class, "forEach", Consumer.class)
          .orShould()
          .callMethod(ObjectProvider.class, "iterator")
          .because("that goes by the class path; orderedStream() goes by what @Order says");

  @ArchTest
  static final ArchRule onlyStaffReadsWhichDisputeItIs =
      noClasses()
          .that()
          .doNotHaveSimpleName("HoldView")
          .and()
          .doNotHaveSimpleName("SettleDisputedChange")
          .and()
          .doNotHaveSimpleName("TransferSigns")
          .and()
          .resideOutsideOfPackage("io.domainflow.consent")
          .should()
          .callMethod(DisputeHold.class, "kind")
          .orShould()
          .callMethod(DisputeHold.class, "reference")
          .because("proceedings may be confidential, and orders, mails and events go to callers");

  @ArchTest
  static final ArchRule timeComesFromTheClock =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callConstructor(Date.class)
          .because("fourteen days are tested by moving the clock");

  @ArchTest
  static final ArchRule systemClockIsTakenOnce =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + "model..")
          .should()
          .callMethod(Clock.class, "systemUTC")
          .because("a second clock would not move with the first");

  @ArchTest
  static void nullIsWrittenInTypes(JavaClasses classes) {
    Set<String> unmarked =
        classes.stream()
            .map(JavaClass::getPackage)
            .filter(its -> (its.getName() + ".").startsWith(ROOT))
            .filter(its -> !its.isAnnotatedWith(NullMarked.class))
            .map(JavaPackage::getName)
            .collect(Collectors.toSet());

    assertThat(unmarked).as("packages without @NullMarked in their package-info.java").isEmpty();
  }

  @ArchTest static final ArchRule noStandardStreams = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  @ArchTest static final ArchRule noFieldInjection = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

  @ArchTest
  static void packagesOfRestCanBeTakenIn(JavaClasses all) {
    canBeTakenIn(all, type -> (type.getPackageName() + ".").startsWith(ROOT + "rest."));
  }

  @ArchTest
  static void packagesCutBySubjectCanBeTakenIn(JavaClasses all) {
    canBeTakenIn(all, SANDBOX);
    canBeTakenIn(all, ORDER);
  }

  /** Code of a single process may be as large as that process. */
  @ArchTest
  static void whatProcessesShareCanBeTakenIn(JavaClasses all) {
    canBeTakenIn(all, PROCESSES.subList(0, PROCESSES.size() - 1));
  }

  private static void canBeTakenIn(JavaClasses all, List<Set<String>> rows) {
    canBeTakenIn(all, type -> row(rows, type) >= 0);
  }

  private static void canBeTakenIn(JavaClasses all, Predicate<JavaClass> looked) {
    Map<String, Long> sizes =
        all.stream()
            .filter(looked)
            .filter(JavaClass::isTopLevelClass)
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));

    assertThat(sizes)
        .hasSizeGreaterThan(1)
        .allSatisfy(
            (name, classes) ->
                assertThat(classes)
                    .as("%s: cut by subject what has become a long list", name)
                    .isLessThanOrEqualTo(MOST_CLASSES_OF_A_PACKAGE));
  }
}
