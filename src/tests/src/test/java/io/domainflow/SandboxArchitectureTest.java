package io.domainflow;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static io.domainflow.Layer.ROOT;
import static io.domainflow.Layer.ours;
import static io.domainflow.PackageRows.knowOnlyEarlierRows;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.domainflow.build.OurTests;
import io.domainflow.sandbox.command.Handler;
import java.util.List;
import java.util.Set;

/** How the simulated registrar is built, and what demo data may know. */
@AnalyzeClasses(packages = "io.domainflow", importOptions = OurTests.None.class)
class SandboxArchitectureTest {

  /** The packages of the sandbox; each may know those of earlier rows, and none of its own row. */
  static final List<Set<String>> SANDBOX =
      List.of(
          Set.of("sandbox"),
          Set.of("sandbox.stored", "sandbox.protocol"),
          Set.of("sandbox.stored.name"),
          Set.of("sandbox.state"),
          Set.of("sandbox.command", "sandbox.fault"),
          Set.of("sandbox.account"),
          Set.of("sandbox.registry"),
          Set.of(
              "sandbox.command.dns",
              "sandbox.command.transfer",
              "sandbox.command.user",
              "sandbox.command.verification"),
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
  static final ArchRule demoDataComesThroughTheFrontDoor =
      ours("demo")
          .dependOn("model")
          .because(
              "it shows what callers and staff can do, so it has what they have, which is HTTP; of"
                  + " the model it knows the clock, which it lets begin in the past");
}
