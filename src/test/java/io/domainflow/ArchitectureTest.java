package io.domainflow;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.domainflow.process.task.AccountTask;
import io.domainflow.process.task.UserTask;
import io.domainflow.process.text.PlainText;
import io.domainflow.process.wait.ProcessWait;
import io.domainflow.sandbox.command.Handler;
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

/** Checks the allowed dependencies between packages, with their reasons. */
@AnalyzeClasses(packages = "io.domainflow", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String ROOT = "io.domainflow.";
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

  /** The packages of the sandbox; each may know those of earlier rows, and none of its own row. */
  private static final List<Set<String>> SANDBOX =
      List.of(
          Set.of("sandbox"),
          Set.of("sandbox.stored", "sandbox.wire"),
          Set.of("sandbox.stored.name"),
          Set.of("sandbox.state"),
          Set.of("sandbox.command", "sandbox.fault"),
          Set.of("sandbox.account"),
          Set.of("sandbox.registry"),
          Set.of("sandbox.command.dns", "sandbox.command.transfer", "sandbox.command.user"),
          Set.of("sandbox.command.contact", "sandbox.command.renewal"),
          Set.of("sandbox.command.domain", "sandbox.command.log"),
          Set.of("sandbox.cnr"),
          Set.of(
              "sandbox.cnr.account",
              "sandbox.cnr.application",
              "sandbox.cnr.contact",
              "sandbox.cnr.dns",
              "sandbox.cnr.domain",
              "sandbox.cnr.log",
              "sandbox.cnr.price",
              "sandbox.cnr.renewal",
              "sandbox.cnr.tag",
              "sandbox.cnr.transfer"),
          Set.of("sandbox.clock"),
          Set.of("sandbox.control", "sandbox.endpoint"));

  /** The packages of orders; each may know those of earlier rows, and none of its own row. */
  private static final List<Set<String>> ORDER =
      List.of(
          Set.of("order.wanted"),
          Set.of("order"),
          Set.of("order.leaving", "order.list", "order.progress", "order.removal"),
          Set.of("order.intake"),
          Set.of("order.domain"));

  /** The packages of the processes, in the same way; the last row has the processes themselves. */
  private static final List<Set<String>> PROCESSES =
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

  private static final int MOST_CLASSES_OF_A_PACKAGE = 30;

  @ArchTest
  static final ArchRule modelKnowsOnlyJavaAndValueLibraries =
      classes()
          .that()
          .resideInAPackage(ROOT + "model..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(ROOT + "model..", "java..", "org.jspecify..", "com.ibm.icu..")
          .because("the words of the field outlive every framework");

  @ArchTest
  static final ArchRule databaseKnowsNothingOfOurs =
      ours("database").dependOn().because("it says how to read a row, not what is in it");

  @ArchTest
  static final ArchRule catalogueKnowsOnlyTheModel =
      ours("tld").dependOn("model").because("it is data for those above it");

  @ArchTest
  static final ArchRule accountsKnowOnlyTheModel =
      ours("account").dependOn("model", "database").because("they are data for those above them");

  @ArchTest
  static final ArchRule consentsKnowOnlyModelAndAccounts =
      ours("consent")
          .dependOn("model", "account", "database")
          .because("evidence outlives the orders that it was given for");

  @ArchTest
  static final ArchRule clientsKnowOnlyTheModel =
      ours("client")
          .dependOn("model", "database")
          .because("who may order what is decided before there is an order");

  @ArchTest
  static final ArchRule ownersKnowOnlyModelAndClients =
      ours("owner")
          .dependOn("model", "client", "database")
          .because("whose a name is does not depend on what is ordered for it");

  @ArchTest
  static final ArchRule callbackKnowsOnlyModelAndAccounts =
      ours("callback")
          .dependOn("model", "account", "database")
          .because("what is sent is not a matter of how; of accounts it needs the vault only");

  @ArchTest
  static final ArchRule nobodyAnnouncesPastTheModel =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              ROOT + "callback..", ROOT + "rest..", ROOT + "process.webhooktrouble..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + "callback..")
          .because("the sender of an event need not know who listens");

  @ArchTest
  static final ArchRule mailKnowsOnlyTheModel =
      ours("mail").dependOn("model").because("how a mail leaves is not a matter of what it says");

  @ArchTest
  static final ArchRule nobodyDependsOnTheMailServer =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "mail..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + "mail..")
          .because(
              "the sender of a mail knows the model's mailer; a demonstration has another one");

  @ArchTest
  static final ArchRule holderPagesKnowOnlyTheModel =
      ours("holder")
          .dependOn("model", "database")
          .because("what a link is about is known to who has sent it");

  @ArchTest
  static final ArchRule protocolKnowsOnlyJava =
      classes()
          .that()
          .resideInAPackage(ROOT + "wire.protocol..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(ROOT + "wire.protocol..", "java..", "org.jspecify..")
          .because("the sandbox checks the client; what they share must be next to nothing");

  @ArchTest
  static final ArchRule registrarKnowsNoDialect =
      ours("registrar")
          .dependOn("account", "model", "database")
          .because("at-most-once must not depend on who asks, nor on whose words are used");

  @ArchTest
  static final ArchRule wireKnowsOnlyThePort =
      ours("wire")
          .dependOn("registrar", "account", "model")
          .because("it is what the platforms have in common");

  @ArchTest
  static final ArchRule ispapiKnowsOnlyThePort =
      ours("ispapi")
          .dependOn("wire", "registrar", "account", "model")
          .because("one platform can be taken away without the other");

  @ArchTest
  static final ArchRule cnrKnowsOnlyThePort =
      ours("cnr")
          .dependOn("wire", "registrar", "account", "model")
          .because("one platform can be taken away without the other");

  @ArchTest
  static final ArchRule nobodyDependsOnADialect =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              ROOT + "ispapi..", ROOT + "cnr..", ROOT + "wire..", ROOT + "sandbox..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOT + "ispapi..", ROOT + "cnr..", ROOT + "wire..")
          .because("names of commands and parameters, codes and texts are the registrar's own");

  @ArchTest
  static final ArchRule commandsAreInOurWords =
      classes()
          .that()
          .resideInAPackage(ROOT + "registrar.command..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              ROOT + "registrar.command..", ROOT + "model..", "java..", "org.jspecify..")
          .because("what is asked is the same for every registrar");

  @ArchTest
  static final ArchRule orderDoesNotKnowItsProcess =
      ours("order")
          .dependOn("model", "tld", "account", "client", "owner", "consent", "database")
          .because("an order's life is the caller's matter, not the engine's");

  @ArchTest
  static final ArchRule orderIsBuiltFromBelow =
      classes()
          .that()
          .resideInAPackage(ROOT + "order..")
          .should(knowOnlyEarlierRows(ORDER))
          .because("what can be ordered is understood without what is done with orders");

  @ArchTest
  static final ArchRule importsKnowNeitherProcessNorWire =
      ours("imports")
          .dependOn("model", "tld", "owner", "order", "database")
          .because("what does not fit together is the same however it was read");

  @ArchTest
  static final ArchRule analysisIsMissedByNobody =
      ours("analysis")
          .dependOn("model", "tld", "account", "order", "registrar", "process", "database")
          .because("what people read about orders must be possible to take away without harm");

  @ArchTest
  static final ArchRule metricsOnlyListen =
      ours("metrics")
          .dependOn("model", "account", "registrar", "order", "process.worker", "database")
          .because("who watches must not change how orders go");

  @ArchTest
  static final ArchRule nobodyDependsOnMetrics =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "metrics..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOT + "metrics..", "io.micrometer..")
          .because("what happened is told as an event; who counts it is another matter");

  @ArchTest
  static final ArchRule restKnowsNeitherProcessNorWire =
      ours("rest")
          .dependOn(
              "analysis",
              "order",
              "imports",
              "client",
              "owner",
              "consent",
              "tld",
              "account",
              "registrar",
              "callback",
              // which groups a login has
              "security",
              // how a file of a page is answered
              "page",
              "model")
          .because("callers must not notice an exchange of engine or registrar");

  @ArchTest
  static final ArchRule subjectsOfRestDoNotKnowEachOther =
      slices()
          .matching(ROOT + "rest.(*)..")
          .should()
          .notDependOnEachOther()
          .because("what two of them need stands above them, in the package that they share");

  @ArchTest
  static final ArchRule whatRestSharesKnowsNoSubject =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "rest")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + "rest.*..")
          .because("a subject can be read, and taken away, without the others");

  @ArchTest
  static void packagesOfRestCanBeTakenIn(JavaClasses all) {
    canBeTakenIn(all, type -> (type.getPackageName() + ".").startsWith(ROOT + "rest."));
  }

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
                  "show words of others", ArchitectureTest::tellsWordsOfOthers))
          .should()
          .dependOnClassesThat()
          .areAssignableTo(PlainText.class)
          .because("forms read their texts as Markdown, and make links of addresses");

  @ArchTest
  static final ArchRule pagesReadOverTheApi =
      ours("page").dependOn().because("what is in them for somebody comes over the API");

  @ArchTest
  static final ArchRule tasklistKnowsNothingOfOurs =
      ours("tasklist")
          .dependOn()
          .because("what it shows it reads over the order API, with the rights of the reader");

  @ArchTest
  static final ArchRule cockpitKnowsNothingOfOurs =
      ours("cockpit")
          .dependOn("security")
          .because(
              "what it shows it reads over the order API, with the rights of the reader; what is"
                  + " hidden from them is told in one place");

  @ArchTest
  static final ArchRule nobodyDependsOnTheSandbox =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "sandbox..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + "sandbox..")
          .because("it is not in production's jar");

  @ArchTest
  static final ArchRule sandboxReadsTheWireItself =
      ours("sandbox")
          .dependOn("wire.protocol", "model")
          .because("a mistake shared with the client could not be seen");

  @ArchTest
  static final ArchRule sandboxIsBuiltFromBelow =
      classes()
          .that()
          .resideInAPackage(ROOT + "sandbox..")
          .should(knowOnlyEarlierRows(SANDBOX))
          .because("a reader begins with what knows nothing, and meets no circle on the way up");

  @ArchTest
  static final ArchRule commandsOfTheSandboxArePrivateToTheirSubject =
      classes()
          .that()
          .implement(Handler.class)
          .should()
          .bePackagePrivate()
          .because("a command is reached through its name only");

  @ArchTest
  static void packagesCutBySubjectCanBeTakenIn(JavaClasses all) {
    canBeTakenIn(all, SANDBOX);
    canBeTakenIn(all, ORDER);
  }

  @ArchTest
  static final ArchRule demoDataComesThroughTheFrontDoor =
      ours("demo")
          .dependOn("model")
          .because(
              "it shows what callers and staff can do, so it has what they have, which is HTTP; of"
                  + " the model it knows the clock, which it lets begin in the past");

  @ArchTest
  static final ArchRule nobodyDependsOnDemoData =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "demo..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + "demo..")
          .because("it is not in production's jar");

  @ArchTest
  static final ArchRule nobodyDependsOnDemoUsers =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "security.demo..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + "security.demo..")
          .because("they are not in production's jar");

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

  /** Code of a single process may be as large as that process. */
  @ArchTest
  static void whatProcessesShareCanBeTakenIn(JavaClasses all) {
    canBeTakenIn(all, PROCESSES.subList(0, PROCESSES.size() - 1));
  }

  @ArchTest
  static final ArchRule noCycles = slices().matching(ROOT + "(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule beansOfAKindGoByTheirOrder =
      noClasses()
          .should()
          .callMethod(ObjectProvider.class, "forEach", Consumer.class)
          .orShould()
          .callMethod(ObjectProvider.class, "iterator")
          .because("that goes by the class path; orderedStream() goes by what @Order says");

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

  private static String outermost(JavaClass candidate) {
    return candidate
        .getEnclosingClass()
        .map(ArchitectureTest::outermost)
        .orElseGet(candidate::getSimpleName);
  }

  private static boolean tellsWordsOfOthers(JavaClass ofForm) {
    // The reason for which an order waits is not a text of a form.
    return ofForm.getAccessesFromSelf().stream()
        .filter(access -> !access.getOrigin().getName().equals("waits"))
        .map(access -> access.getTargetOwner().getSimpleName() + "." + access.getName())
        .anyMatch(WORDS_OF_OTHERS::contains);
  }

  private static ArchCondition<JavaClass> knowOnlyEarlierRows(List<Set<String>> rows) {
    return new ArchCondition<>("know of these packages only those that stand in earlier rows") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        int own = row(rows, type);
        if (own < 0) {
          events.add(SimpleConditionEvent.violated(type, type.getName() + " is in no row"));
          return;
        }
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          JavaClass known = dependency.getTargetClass().getBaseComponentType();
          if (!known.getPackageName().equals(type.getPackageName()) && row(rows, known) >= own) {
            events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
          }
        }
      }
    };
  }

  /** The row with the package of a class; -1 if none has it. */
  private static int row(List<Set<String>> rows, JavaClass type) {
    for (int row = 0; row < rows.size(); row++) {
      if (rows.get(row).stream().anyMatch(name -> type.getPackageName().equals(ROOT + name))) {
        return row;
      }
    }
    return -1;
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

  private static Layer ours(String... packages) {
    return new Layer(List.of(packages));
  }

  /** Classes of some of our packages, which may depend on few others of ours. */
  private record Layer(List<String> packages) {

    ArchRule dependOn(String... allowed) {
      DescribedPredicate<JavaClass> oursOutside =
          DescribedPredicate.describe(
              "packages of Domainflow other than " + String.join(", ", allowed),
              candidate ->
                  candidate.getPackageName().startsWith("io.domainflow")
                      && !isIn(candidate, packages)
                      && !isIn(candidate, List.of(allowed)));
      return noClasses()
          .that(DescribedPredicate.describe("are of this layer", c -> isIn(c, packages)))
          .should()
          .dependOnClassesThat(oursOutside);
    }

    private static boolean isIn(JavaClass candidate, List<String> packages) {
      for (String name : packages) {
        String full = ROOT + name;
        if (candidate.getPackageName().equals(full)
            || candidate.getPackageName().startsWith(full + ".")) {
          return true;
        }
      }
      return false;
    }
  }
}
