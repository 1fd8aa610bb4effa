package io.domainflow;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.domainflow.Layer.ROOT;
import static io.domainflow.Layer.ours;
import static io.domainflow.PackageRows.knowOnlyEarlierRows;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.domainflow.build.OurTests;
import java.util.List;
import java.util.Set;

/** Checks the allowed dependencies between packages, with their reasons. */
@AnalyzeClasses(packages = "io.domainflow", importOptions = OurTests.None.class)
class ArchitectureTest {

  /** The packages of orders; each may know those of earlier rows, and none of its own row. */
  static final List<Set<String>> ORDER =
      List.of(
          Set.of("order.content"),
          Set.of("order"),
          Set.of("order.leaving", "order.limits", "order.list", "order.progress", "order.removal"),
          Set.of("order.intake"),
          Set.of("order.domain"));

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
  static final ArchRule serverKnowsNothingOfOurs =
      ours("server").dependOn().because("how long it waits does not depend on what is asked");

  @ArchTest
  static final ArchRule readingJsonKnowsOnlyTheModel =
      ours("json").dependOn("model").because("what callers send is read alike everywhere");

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
          .resideInAPackage(ROOT + "lineprotocol.message..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(ROOT + "lineprotocol.message..", "java..", "org.jspecify..")
          .because("the sandbox checks the client; what they share must be next to nothing");

  @ArchTest
  static final ArchRule registrarKnowsNoDialect =
      ours("registrar")
          .dependOn("account", "model", "database")
          .because("at-most-once must not depend on who asks, nor on whose words are used");

  @ArchTest
  static final ArchRule lineProtocolKnowsOnlyThePort =
      ours("lineprotocol")
          .dependOn("registrar", "account", "model")
          .because("it is what the platforms have in common");

  @ArchTest
  static final ArchRule ispapiKnowsOnlyThePort =
      ours("ispapi")
          .dependOn("lineprotocol", "registrar", "account", "model")
          .because("one platform can be taken away without the other");

  @ArchTest
  static final ArchRule cnrKnowsOnlyThePort =
      ours("cnr")
          .dependOn("lineprotocol", "registrar", "account", "model")
          .because("one platform can be taken away without the other");

  @ArchTest
  static final ArchRule nobodyDependsOnADialect =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              ROOT + "ispapi..", ROOT + "cnr..", ROOT + "lineprotocol..", ROOT + "sandbox..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOT + "ispapi..", ROOT + "cnr..", ROOT + "lineprotocol..")
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
          .dependOn("model", "json", "tld", "account", "client", "owner", "consent", "database")
          .because("an order's life is the caller's matter, not the engine's");

  @ArchTest
  static final ArchRule orderIsBuiltFromBelow =
      classes()
          .that()
          .resideInAPackage(ROOT + "order..")
          .should(knowOnlyEarlierRows(ORDER))
          .because("what can be ordered is understood without what is done with orders");

  @ArchTest
  static final ArchRule importsKnowNeitherProcessNorLineProtocol =
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
  static final ArchRule restKnowsNeitherProcessNorLineProtocol =
      ours("rest")
          .dependOn(
              "json",
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
              // whose plans are cached
              "database",
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
  static final ArchRule noCycles = slices().matching(ROOT + "(*)..").should().beFreeOfCycles();
}
