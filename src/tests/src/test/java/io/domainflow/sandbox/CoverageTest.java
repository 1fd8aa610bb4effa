package io.domainflow.sandbox;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.domainflow.build.OurTests;
import io.domainflow.sandbox.command.Handler;
import io.domainflow.sandbox.state.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Holds the tables of behaviours and the code to each other, and keeps {@code
 * docs/sandbox-coverage.md} equal to the tables; run with {@code -Dsandbox-coverage.write=true} to
 * write it.
 */
class CoverageTest {

  private static final Path FILE = Path.of("docs", "sandbox-coverage.md");
  private static final String PACKAGE = "io.domainflow.sandbox";

  private static final JavaClasses CODE =
      new ClassFileImporter().withImportOption(OurTests.NONE).importPackages(PACKAGE);

  static final List<List<Behaviour>> TABLES = List.of(Behaviours.ISPAPI, Behaviours.CNR);

  @Test
  void theListOfBehavioursIsThatOfTheTables() throws IOException {
    String expected = markdown();
    if (Boolean.getBoolean("sandbox-coverage.write")) {
      Files.writeString(FILE, expected);
    }

    assertThat(FILE)
        .as("run the tests with -Dsandbox-coverage.write=true to bring the file up to date")
        .hasContent(expected);
  }

  @ParameterizedTest
  @FieldSource("TABLES")
  void aTableIsSortedByClassAndBehaviour(List<Behaviour> table) {
    assertThat(table)
        .isSortedAccordingTo(
            Comparator.comparing(Behaviour::simpleType).thenComparing(Behaviour::words));
  }

  @Test
  void documentedBehavioursNameASourceAndInferredOnesASwitch() {
    assertThat(Behaviours.all())
        .isNotEmpty()
        .allSatisfy(
            behaviour -> {
              assertThat(behaviour.source().isEmpty())
                  .as(behaviour.words() + ": source")
                  .isEqualTo(behaviour.basis() == Basis.INVENTED);
              assertThat(behaviour.profileB().isEmpty())
                  .as(behaviour.words() + ": profile B")
                  .isEqualTo(behaviour.basis() != Basis.INFERRED);
            });
  }

  @Test
  void everyRowIsAboutAClass() {
    Set<String> missing =
        Behaviours.all().stream()
            .map(Behaviour::type)
            .filter(type -> !CODE.contain(PACKAGE + "." + type))
            .collect(toCollection(TreeSet::new));

    assertThat(missing).isEmpty();
  }

  @Test
  void everyCommandHasARow() {
    assertThat(
            CODE.stream()
                .filter(type -> !type.isInterface() && type.isAssignableTo(Handler.class))
                .map(CoverageTest::name))
        .isNotEmpty()
        .allSatisfy(type -> assertThat(typesWith(Set.of(Basis.values()))).contains(type));
  }

  /** A switch may be in another class than the behaviour, which then knows it or is known by it. */
  @Test
  void everyInferredBehaviourHasASwitchAndEverySwitchARow() {
    Set<JavaClass> switching =
        CODE.stream()
            .filter(type -> !type.isAssignableTo(Profile.class))
            .filter(CoverageTest::asksForTheProfile)
            .map(CoverageTest::outermost)
            .collect(toSet());
    Set<JavaClass> inferred =
        typesWith(Set.of(Basis.INFERRED)).stream()
            .map(type -> CODE.get(PACKAGE + "." + type))
            .collect(toSet());

    assertThat(inferred).isNotEmpty().allMatch(type -> isWith(type, switching));
    assertThat(switching).isNotEmpty().allMatch(type -> isWith(type, inferred));
  }

  private static boolean asksForTheProfile(JavaClass type) {
    return type.getFieldAccessesFromSelf().stream()
        .anyMatch(
            access ->
                access.getTargetOwner().isEquivalentTo(Profile.class)
                    && access.getTarget().getRawType().isEquivalentTo(Profile.class));
  }

  private static boolean isWith(JavaClass type, Set<JavaClass> others) {
    return others.contains(type)
        || others.stream().anyMatch(other -> knows(type, other) || knows(other, type));
  }

  private static boolean knows(JavaClass type, JavaClass other) {
    return type.getDirectDependenciesFromSelf().stream()
        .anyMatch(dependency -> outermost(dependency.getTargetClass()).equals(other));
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(CoverageTest::outermost).orElse(type);
  }

  private static String name(JavaClass type) {
    return type.getName().substring(PACKAGE.length() + 1);
  }

  private static Set<String> typesWith(Set<Basis> bases) {
    return Behaviours.all().stream()
        .filter(behaviour -> bases.contains(behaviour.basis()))
        .map(Behaviour::type)
        .collect(toSet());
  }

  private static String markdown() {
    StringBuilder text = new StringBuilder(8192);
    text.append("# What the sandbox does, and how well that is founded\n\n")
        .append("Generated from the tables in `src/sandbox/behaviours` by")
        .append(" `CoverageTest`; not written by hand.\n\n")
        .append("- **Recorded**: seen in recorded answers of the registrar.\n")
        .append("- **Documented**: a public source says so.\n")
        .append("- **Inferred**: concluded from sources that do not say it; profile B does the")
        .append(" other thing (`POST /sandbox/profile`).\n")
        .append("- **Invented**: the sources are silent.\n\n")
        .append("Commands the sandbox does not have are answered with 500.\n");
    for (Basis basis : Basis.values()) {
      section(text, "## ", basis, Behaviours.ISPAPI);
    }
    text.append("\n## The second platform: CentralNic Reseller\n\n")
        .append("The same registry behind other commands, at `/sandbox/cnr/api/call.cgi`.\n");
    for (Basis basis : Basis.values()) {
      section(text, "### CentralNic Reseller: ", basis, Behaviours.CNR);
    }
    return text.toString();
  }

  private static void section(
      StringBuilder text, String heading, Basis basis, List<Behaviour> table) {
    List<Behaviour> behaviours =
        table.stream().filter(behaviour -> behaviour.basis() == basis).toList();
    if (behaviours.isEmpty()) {
      return;
    }
    boolean inferred = basis == Basis.INFERRED;
    boolean invented = basis == Basis.INVENTED;
    String name = basis.name().charAt(0) + basis.name().substring(1).toLowerCase(Locale.ROOT);
    text.append('\n').append(heading).append(name).append("\n\n| Behaviour ");
    text.append(inferred ? "| Profile B " : "").append(invented ? "" : "| Source ");
    text.append("| In |\n|---|");
    text.append(inferred ? "---|" : "").append(invented ? "" : "---|").append("---|\n");
    for (Behaviour behaviour : behaviours) {
      text.append("| ").append(behaviour.words()).append(" | ");
      text.append(inferred ? behaviour.profileB() + " | " : "");
      text.append(invented ? "" : behaviour.source() + " | ");
      text.append('`').append(behaviour.simpleType()).append("` |\n");
    }
  }
}
