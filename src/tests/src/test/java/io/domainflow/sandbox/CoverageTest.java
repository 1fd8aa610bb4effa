package io.domainflow.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.domainflow.build.OurTests;
import io.domainflow.sandbox.command.Handler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Keeps {@code docs/sandbox-coverage.md} equal to the marks in the code; run with {@code
 * -Dsandbox-coverage.write=true} to write it.
 */
class CoverageTest {

  private static final Path FILE = Path.of("docs", "sandbox-coverage.md");

  @Test
  void theListOfBehavioursIsThatOfTheCode() throws IOException {
    String expected = markdown(Marks.all());
    if (Boolean.getBoolean("sandbox-coverage.write")) {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, expected);
    }

    assertThat(FILE)
        .as("run the tests with -Dsandbox-coverage.write=true to bring the file up to date")
        .hasContent(expected);
  }

  @Test
  void documentedBehavioursNameASourceAndInferredOnesASwitch() {
    assertThat(Marks.all())
        .isNotEmpty()
        .allSatisfy(
            marked -> {
              Behaviour mark = marked.mark();
              boolean inferred = mark.basis() == Basis.INFERRED;
              assertThat(mark.source().isEmpty())
                  .as(mark.value() + ": source")
                  .isEqualTo(mark.basis() == Basis.INVENTED);
              assertThat(mark.profileB().isEmpty())
                  .as(mark.value() + ": profile B")
                  .isEqualTo(!inferred);
            });
  }

  @Test
  void everyCommandHasAMark() {
    assertThat(
            new ClassFileImporter()
                .withImportOption(OurTests.NONE).importPackages("io.domainflow.sandbox").stream()
                    .filter(type -> !type.isInterface() && type.isAssignableTo(Handler.class)))
        .isNotEmpty()
        .allSatisfy(
            type -> assertThat(type.reflect().getAnnotationsByType(Behaviour.class)).isNotEmpty());
  }

  private static String markdown(List<Marks.Marked> marks) {
    StringBuilder text = new StringBuilder(8192);
    text.append("# What the sandbox does, and how well that is founded\n\n")
        .append("Generated from the `@Behaviour` marks in `io.domainflow.sandbox` by")
        .append(" `CoverageTest`; not written by hand.\n\n")
        .append("- **Recorded**: seen in recorded answers of the registrar.\n")
        .append("- **Documented**: a public source says so.\n")
        .append("- **Inferred**: concluded from sources that do not say it; profile B does the")
        .append(" other thing (`POST /sandbox/profile`).\n")
        .append("- **Invented**: the sources are silent.\n\n")
        .append("Commands the sandbox does not have are answered with 500.\n");
    for (Basis basis : Basis.values()) {
      section(text, "## ", basis, of(marks, basis, false));
    }
    text.append("\n## The second face: CentralNic Reseller\n\n")
        .append("The same registry behind other commands, at `/sandbox/cnr/api/call.cgi`.\n");
    for (Basis basis : Basis.values()) {
      section(text, "### CentralNic Reseller: ", basis, of(marks, basis, true));
    }
    return text.toString();
  }

  /** The marks of one platform; those of the second one begin with its name. */
  private static List<Marks.Marked> of(List<Marks.Marked> marks, Basis basis, boolean second) {
    return marks.stream()
        .filter(marked -> marked.mark().basis() == basis)
        .filter(marked -> marked.mark().value().startsWith("CNR") == second)
        .toList();
  }

  private static void section(
      StringBuilder text, String heading, Basis basis, List<Marks.Marked> marks) {
    if (marks.isEmpty()) {
      return;
    }
    boolean inferred = basis == Basis.INFERRED;
    boolean invented = basis == Basis.INVENTED;
    String name = basis.name().charAt(0) + basis.name().substring(1).toLowerCase(Locale.ROOT);
    text.append('\n').append(heading).append(name).append("\n\n| Behaviour ");
    text.append(inferred ? "| Profile B " : "").append(invented ? "" : "| Source ");
    text.append("| In |\n|---|");
    text.append(inferred ? "---|" : "").append(invented ? "" : "---|").append("---|\n");
    for (Marks.Marked marked : marks) {
      Behaviour mark = marked.mark();
      text.append("| ").append(mark.value()).append(" | ");
      text.append(inferred ? mark.profileB() + " | " : "");
      text.append(invented ? "" : mark.source() + " | ");
      text.append('`').append(marked.where()).append("` |\n");
    }
  }
}
