package io.domainflow.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Keeps the last table of {@code docs/testing.md} equal to the marks on the tests; run with {@code
 * -Dtesting-guide.write=true} to write it.
 */
class TestingGuideTest {

  private static final Path GUIDE = Path.of("docs", "testing.md");
  private static final String HEAD = "| left out | kept by |\n|---|---|\n";

  /** A row of the table. */
  private record Left(String test, String keptBy) {}

  @Test
  void saysWhatTheShortBuildLeavesOutAndWhatKeepsThePromise() throws IOException {
    String guide = Files.readString(GUIDE);
    assertThat(guide).contains(HEAD);
    String expected = guide.substring(0, guide.indexOf(HEAD) + HEAD.length()) + rows();
    if (Boolean.getBoolean("testing-guide.write")) {
      Files.writeString(GUIDE, expected);
    }

    assertThat(GUIDE)
        .as("run this test with -Dtesting-guide.write=true to bring the file up to date")
        .hasContent(expected);
  }

  private static String rows() {
    return new ClassFileImporter()
        .withImportOption(OurTests.ONLY).importPackages("io.domainflow").stream()
            .flatMap(TestingGuideTest::left)
            .sorted(Comparator.comparing(Left::test))
            .map(left -> "| `%s` | %s |\n".formatted(left.test(), left.keptBy()))
            .collect(Collectors.joining());
  }

  private static Stream<Left> left(JavaClass type) {
    if (type.isAnnotatedWith(OnlyInFull.class)) {
      return Stream.of(
          new Left(type.getSimpleName(), type.getAnnotationOfType(OnlyInFull.class).value()));
    }
    return type.getMethods().stream()
        .filter(method -> method.isAnnotatedWith(OnlyInFull.class))
        .map(
            method ->
                new Left(
                    type.getSimpleName() + "." + method.getName(),
                    method.getAnnotationOfType(OnlyInFull.class).value()));
  }
}
