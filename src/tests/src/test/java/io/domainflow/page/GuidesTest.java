package io.domainflow.page;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An installation serves its guides, which lead to each other; examples run on any port. */
class GuidesTest {

  private static final Path DOCS = Path.of("docs");
  private static final Pattern INCLUDED = Pattern.compile("<include>([a-z-]+)\\.md</include>");
  private static final Pattern LISTED = Pattern.compile("'([a-z-]+)'");
  private static final Pattern TO_GUIDE = Pattern.compile("]\\(([a-z-]+)\\.md(?:#([^)]+))?\\)");
  private static final Pattern TO_SERVED = Pattern.compile("/handbook/([a-z-]+)(?:#([a-z-]+))?");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

  @Test
  void thePageLeadsToWhatIsServed() {
    String page = text(Path.of("src/product/src/main/resources/pages/handbook.js"));
    String list = page.substring(page.indexOf("const GUIDES"), page.indexOf("];"));
    Set<String> linked = first(LISTED, list).collect(toSet());

    linked.add("handbook");
    assertThat(served()).isEqualTo(linked);
  }

  @Test
  void linksOfServedGuidesLeadToAPlaceThatExists() {
    List<String> dead = new ArrayList<>();
    for (String guide : served()) {
      for (MatchResult link : all(TO_GUIDE, text(guide + ".md"))) {
        if (served().contains(link.group(1)) && !exists(link.group(1), link.group(2))) {
          dead.add(guide + ": " + link.group());
        }
      }
    }
    assertThat(dead).isEmpty();
  }

  @Test
  void theSpecificationLeadsToServedGuides() {
    String specification = text("openapi.yaml");

    assertThat(all(TO_SERVED, specification))
        .hasSizeGreaterThan(5)
        .allMatch(link -> served().contains(link.group(1)) && exists(link.group(1), link.group(2)));
    assertThat(specification).doesNotContain("docs/");
  }

  /** An example with a fixed port fails where another program has it. */
  @Test
  void examplesTakeTheAddressOfTheInstallation() throws IOException {
    try (Stream<Path> guides = Files.list(DOCS)) {
      for (Path guide : guides.filter(file -> file.toString().endsWith(".md")).toList()) {
        String text = Files.readString(guide);
        assertThat(text).as("%s", guide).doesNotContain("localhost:8080");
        if (text.contains("$DF/")) {
          assertThat(text).as("%s", guide).contains("DF=http://localhost:${DF_PORT:-8080}\n");
        }
      }
    }
  }

  private static Set<String> served() {
    return first(INCLUDED, text(Path.of("src/product/pom.xml"))).collect(toSet());
  }

  private static boolean exists(String guide, @Nullable String place) {
    return place == null
        || first(HEADING, text(guide + ".md"))
            .map(
                words ->
                    words
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w\\- ]", "")
                        .strip()
                        .replace(' ', '-'))
            .anyMatch(place::equals);
  }

  private static Stream<String> first(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> found.group(1));
  }

  private static List<MatchResult> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().toList();
  }

  private static String text(String document) {
    return text(DOCS.resolve(document));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
