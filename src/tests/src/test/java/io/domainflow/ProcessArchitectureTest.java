package io.domainflow;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.domainflow.Layer.ROOT;
import static io.domainflow.PackageRows.knowOnlyEarlierRows;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.domainflow.build.OurTests;
import io.domainflow.process.task.AccountTask;
import io.domainflow.process.task.UserTask;
import io.domainflow.process.text.PlainText;
import io.domainflow.process.wait.ProcessWait;
import java.util.List;
import java.util.Set;

/**
 * Checks where the engine may be used, and that a step, a task or a wait is reached through the
 * model only.
 */
@AnalyzeClasses(packages = "io.domainflow", importOptions = OurTests.None.class)
class ProcessArchitectureTest {

  private static final String CAMUNDA = "org.camunda..";
  private static final String CAMUNDA_INSIDE = "org.camunda.bpm.engine.impl..";

  /** The classes that use engine internals outside the two packages for that. */
  private static final Set<String> USE_THE_INSIDE =
      Set.of(
          // what it adds to models are listeners that are private to their package
          "ProcessParseListener",
          "ShownValuesFormHandler",
          // who is logged in is told by a public method, in a type of the inside
          "CurrentLogin",
          "EngineRights",
          // made by the sandbox jar only; a lock over all nodes is of the inside
          "DemoUsers",
          // what it makes is private to its package; a lock over all nodes is of the inside
          "FirstStart");

  /** The classes that pass on others' words: the registrar's, and those that users typed. */
  private static final Set<String> WORDS_OF_OTHERS =
      Set.of(
          "CorrectChange.problem",
          "CorrectDeletion.problem",
          "Endpoint.description",
          "Endpoint.host",
          "Endpoint.lastError",
          "Endpoint.owner",
          "Endpoint.reason",
          "Finding.names",
          "Finding.what",
          "Outcome.remark",
          "Quote.priceClass",
          "Refusal.words",
          "SetupWords.contacts",
          "SetupWords.settings",
          "Transfer.losingRegistrar",
          "TransferLock.refusal",
          "WaitingFor.what");

  /** The packages of the processes, in the same way; the last row has the processes themselves. */
  static final List<Set<String>> PROCESSES =
      List.of(
          Set.of("process", "process.contacts", "process.text", "process.worker"),
          Set.of(
              "process.clock", "process.domain", "process.engine", "process.start", "process.wait"),
          Set.of("process.task"),
          Set.of("process.additionalfields"),
          Set.of("process.booking", "process.order", "process.paperwork"),
          Set.of("process.listener"),
          Set.of(
              "process.accountcheck",
              "process.changeofregistrant",
              "process.credit",
              "process.deletion",
              "process.drift",
              "process.namesimport",
              "process.outgoingtransfer",
              "process.registrantduty",
              "process.registration",
              "process.release",
              "process.renewal",
              "process.restoration",
              "process.suspension",
              "process.transfer",
              "process.transferlock",
              "process.transfersetup",
              "process.transferwatch",
              "process.update",
              "process.authcode",
              "process.webhooktrouble"));

  @ArchTest
  static final ArchRule engineIsImportedInFewPlaces =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              ROOT + "process..", ROOT + "security..", ROOT + "cockpit..", ROOT + "tasklist..")
          .and()
          .doNotBelongToAnyOf(DomainflowApplication.class)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(CAMUNDA)
          .because("a move to a maintained fork of the engine must be mechanical");

  @ArchTest
  static final ArchRule engineIsOpenedInTwoPlaces =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + "process.engine..", ROOT + "security.engine..")
          .and(
              DescribedPredicate.describe(
                  "need not use the engine's inside where they are",
                  candidate -> !USE_THE_INSIDE.contains(outermost(candidate))))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(CAMUNDA_INSIDE)
          .because("what has no promise to stay must be found together when the engine changes");

  @ArchTest
  static final ArchRule stepsArePrivateToTheirProcess =
      classes()
          .that()
          .resideInAPackage(ROOT + "process..")
          .and()
          .haveNameMatching(".*\\.[A-Za-z]+(Worker|Delegate|Listener)")
          .and()
          .areNotInterfaces()
          .should()
          .bePackagePrivate()
          .because("a step is reached through its topic or bean name only");

  @ArchTest
  static final ArchRule userTasksArePrivateToTheirProcess =
      classes()
          .that()
          .implement(UserTask.class)
          .or()
          .implement(AccountTask.class)
          .should()
          .bePackagePrivate()
          .because("a task is reached through its id only");

  @ArchTest
  static final ArchRule waitsArePrivateToTheirProcess =
      classes()
          .that()
          .implement(ProcessWait.class)
          .should()
          .bePackagePrivate()
          .andShould()
          .haveSimpleNameEndingWith("Wait")
          .because("a wait is reached through its places only");

  @ArchTest
  static final ArchRule processesDoNotKnowEachOther =
      classes()
          .that()
          .resideInAPackage(ROOT + "process..")
          .should(knowOnlyEarlierRows(PROCESSES))
          .because(
              "processes meet in a call activity or a message; what they share is read from below");

  @ArchTest
  static final ArchRule formsShowWordsOfOthersAsPlainText =
      classes()
          .that()
          .implement(UserTask.class)
          .or()
          .implement(AccountTask.class)
          .or()
          .haveSimpleNameEndingWith("OnForm")
          .and(
              DescribedPredicate.describe(
                  "show words of others", ProcessArchitectureTest::tellsWordsOfOthers))
          .should()
          .dependOnClassesThat()
          .areAssignableTo(PlainText.class)
          .because("forms read their texts as Markdown, and make links of addresses");

  private static String outermost(JavaClass candidate) {
    return candidate
        .getEnclosingClass()
        .map(ProcessArchitectureTest::outermost)
        .orElseGet(candidate::getSimpleName);
  }

  private static boolean tellsWordsOfOthers(JavaClass ofForm) {
    // The reason for which an order waits is not a text of a form.
    return ofForm.getAccessesFromSelf().stream()
        .filter(access -> !access.getOrigin().getName().equals("waits"))
        .map(access -> access.getTargetOwner().getSimpleName() + "." + access.getName())
        .anyMatch(WORDS_OF_OTHERS::contains);
  }
}
