package io.domainflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No text for people, including code, contains the words that {@code docs/glossary.md} replaces.
 */
class PlainWordsTest {

  private static final Path GLOSSARY = Path.of("docs", "glossary.md");

  /** A line break within a text in code: the end of a comment's line, or of a string. */
  private static final Pattern CUT_IN_CODE =
      Pattern.compile("\\n\\s*(//+|\\*(?!/))|\"\\s*\\n\\s*\\+\\s*\"");

  private static final Pattern BANNED =
      Pattern.compile(
          Stream.of(
                  "by (itself|themselves|ourselves)",
                  "(be|is|was|were|been) had back",
                  "(have|having) (it|(the|a) (deleted )?name) back",
                  "(has|have|had) a hand in",
                  "c[oa]mes? to nothing",
                  "is so already",
                  "(name|domain)s? (has|have) come",
                  "put(ting)? (\\w+ )?right",
                  "(?<!credentials )go(es|ing)? on(?!ly)(?! (the|a|an|its|their)\\b)",
                  "whoever|whomever",
                  "no \\w+ any more|not \\w* ?any more|any more[.,;:]",
                  "as it came",
                  "in nobody's way",
                  "since (days|weeks|hours)",
                  "what shall it be",
                  "(has|have|had) become of|what becomes of|what came of|what comes of")
              .collect(Collectors.joining("|", "\\b(", ")")),
          Pattern.CASE_INSENSITIVE);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README.md",
        "CONTRIBUTING.md",
        "SECURITY.md",
        "docker",
        "docs",
        "forms",
        "processes",
        "src/base/src/main",
        "src/product/src/main",
        "src/sandbox/src/main",
        "src/trial/src/main",
        "src/local/src/main"
      })
  void areWrittenEverywhere(String where) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of(where))) {
      for (Path file : files.filter(PlainWordsTest::isText).sorted().toList()) {
        found.addAll(in(file));
      }
    }

    assertThat(found).isEmpty();
  }

  @Test
  void areThoseOfTheGlossary() throws IOException {
    String glossary = Files.readString(GLOSSARY);
    List<String> rows =
        glossary.substring(glossary.indexOf("| not | but |")).lines().skip(2).toList();

    assertThat(rows).isNotEmpty().allSatisfy(row -> assertThat(row).containsPattern(BANNED));
  }

  private static List<String> in(Path file) throws IOException {
    String text = read(file).replaceAll("\\s+", " ");
    Matcher words = BANNED.matcher(text);
    List<String> found = new ArrayList<>();
    while (words.find()) {
      found.add(
          file
              + ": …"
              + text.substring(
                  Math.max(0, words.start() - 50), Math.min(text.length(), words.end() + 30)));
    }
    return found;
  }

  private static String read(Path file) throws IOException {
    String text = Files.readString(file);
    return isCode(file)
        ? CUT_IN_CODE.matcher(text).replaceAll(cut -> cut.group(1) == null ? "" : " ")
        : text;
  }

  private static boolean isCode(Path file) {
    return file.toString().endsWith(".java");
  }

  private static boolean isText(Path file) {
    String name = file.getFileName().toString();
    return !file.equals(GLOSSARY)
        && Stream.of(
                ".md",
                ".yaml",
                ".yml",
                ".form",
                ".bpmn",
                ".dmn",
                ".js",
                ".html",
                ".properties",
                ".java")
            .anyMatch(name::endsWith);
  }
}
