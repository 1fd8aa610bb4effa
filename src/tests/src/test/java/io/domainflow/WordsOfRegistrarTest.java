package io.domainflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The registrar's names of commands and parameters, and its words for states, appear only in its
 * dialects.
 */
class WordsOfRegistrarTest {

  private static final Path SOURCES =
      Path.of("src", "product", "src", "main", "java", "io", "domainflow");
  private static final List<Path> DIALECTS =
      List.of(
          SOURCES.resolve("ispapi"),
          SOURCES.resolve("cnr"),
          SOURCES.resolve("lineprotocol").resolve("value"));

  private static final List<Path> SPEAK_IT =
      List.of(SOURCES.resolve("ispapi"), SOURCES.resolve("lineprotocol"), SOURCES.resolve("cnr"));

  /** Words that we use as well, or that the registrar has from us. */
  private static final Set<String> OURS_TOO =
      Set.of(
          // operations, and what an order, a task or a policy calls its choices and ends
          "APPROVE",
          "CANCEL",
          "DELETE",
          "DENY",
          "FAILED",
          "INVALID",
          "REFUSED",
          "RENEW",
          "RESTORE",
          "TRADE",
          "TRANSFER",
          "UPDATE",
          // renewal modes are values of the model
          "AUTOEXPIRE",
          // our own commands of that name
          "DeleteDomain",
          "RenewDomain",
          "RestoreDomain",
          // the key of an additional field, which is the registrar's name for callers
          "AUTH",
          // callers see price classes as the registrar names them
          "PREMIUM_");

  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^\\s*//[^\n]*$");
  private static final Pattern LITERAL = Pattern.compile("\"((?:\\\\.|[^\"\\\\\\n])*)\"");
  private static final Pattern REGISTRAR_WORD =
      Pattern.compile("[A-Z][A-Z0-9_-]{2,}|[A-Z][a-z]+[A-Z][A-Za-z]+");
  private static final Pattern ADDITIONAL_FIELD = Pattern.compile("X-[A-Z0-9-]+");

  @Test
  void areOnlyInItsDialect() {
    Set<String> words =
        DIALECTS.stream()
            .flatMap(WordsOfRegistrarTest::literals)
            .filter(word -> REGISTRAR_WORD.matcher(word).matches())
            .filter(word -> !OURS_TOO.contains(word))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(words)
        .as("what the dialect says")
        .contains("AddDomain", "OWNERCONTACT", "PENDINGCREATE", "TRANSFERLOCK")
        .hasSizeGreaterThan(150);

    Map<String, Set<String>> elsewhere = new TreeMap<>();
    files(SOURCES)
        .filter(file -> SPEAK_IT.stream().noneMatch(file::startsWith))
        .forEach(
            file ->
                literals(file)
                    .filter(
                        word -> words.contains(word) || ADDITIONAL_FIELD.matcher(word).matches())
                    .forEach(
                        word ->
                            elsewhere
                                .computeIfAbsent(word, each -> new TreeSet<>())
                                .add(SOURCES.relativize(file).toString())));

    assertThat(elsewhere).isEmpty();
  }

  private static Stream<String> literals(Path place) {
    return files(place).flatMap(WordsOfRegistrarTest::literalsOf);
  }

  private static Stream<String> literalsOf(Path file) {
    try {
      String code = COMMENT.matcher(Files.readString(file)).replaceAll("");
      return LITERAL.matcher(code).results().map((MatchResult literal) -> literal.group(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> files(Path place) {
    try (Stream<Path> all = Files.walk(place)) {
      return all.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
