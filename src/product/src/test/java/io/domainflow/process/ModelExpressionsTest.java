package io.domainflow.process;

import static io.domainflow.process.ModelVariables.elements;
import static io.domainflow.process.ModelVariables.files;
import static io.domainflow.process.ModelVariables.names;
import static io.domainflow.process.ModelVariables.note;
import static io.domainflow.process.ModelVariables.reads;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/**
 * Our own code writes every variable that the processes read in expressions and decision tables.
 * The table in {@code docs/expressions.md} lists them; run with {@code -Dexpressions.write=true} to
 * write it. No engine. The variable of people's decisions is in {@link ModelDecisionsTest}.
 */
class ModelExpressionsTest {

  private static final Path SOURCES = Path.of("src/product/src/main/java/io/domainflow/process");
  private static final Path GUIDE = Path.of("docs", "expressions.md");

  private static final String HEAD =
      "| process | variable | read by | written by |\n|---|---|---|---|\n";

  private static final Pattern CONSTANT =
      Pattern.compile(
          "(?:String|Variable<\\w+>)\\s+([A-Z_]+)\\s*=\\s*(?:OWN\\s*\\.\\w+\\()?\"(\\w+)\"\\)?\\s*;");

  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);

  /** Names in a list do not count as written. */
  private static final Pattern LIST =
      Pattern.compile("\\b(Set|Stream|List)\\.of\\([^;]*?\\)(?=[;.])", Pattern.DOTALL);

  /** Packages whose classes work for several processes. */
  private static final Set<String> SHARED =
      Set.of(
          "process",
          "worker",
          "domain",
          "task",
          "start",
          "order",
          "listener",
          "additionalfields",
          "contacts",
          "paperwork");

  private static final List<Source> CODE = code();

  /** The constants with a text value, each as {@code Type.NAME}. */
  private static final Map<String, Set<String>> CONSTANTS = constants();

  /** A class, without comments and lists. */
  private record Source(String folder, String type, String text) {

    /**
     * Whether the class writes a variable: its name followed by a value, into the process or a map.
     */
    boolean writes(String variable) {
      return CONSTANTS.getOrDefault(variable, Set.of()).stream()
          .map(
              constant ->
                  constant.startsWith(type + ".")
                      ? constant.substring(type.length() + 1)
                      : constant)
          .anyMatch(
              constant ->
                  text.contains(constant)
                      && Pattern.compile(
                              "(?<![\\w.])"
                                  + Pattern.quote(constant)
                                  + "(\\s*,|\\s*\\.set\\(|\\.name\\(\\)\\s*,)")
                          .matcher(text)
                          .find());
    }
  }

  @Test
  void areListedWithWhoWritesWhatTheyRead() throws IOException {
    String guide = Files.readString(GUIDE);
    assertThat(guide).contains(HEAD);
    String expected = guide.substring(0, guide.indexOf(HEAD) + HEAD.length()) + rows();
    if (Boolean.getBoolean("expressions.write")) {
      Files.writeString(GUIDE, expected);
    }

    assertThat(GUIDE)
        .as("run this test with -Dexpressions.write=true to bring the file up to date")
        .hasContent(expected);
  }

  @ParameterizedTest
  @MethodSource("processes")
  void readWhatOurCodeWrites(String process) {
    assertThat(reads(process).keySet())
        .allSatisfy(
            variable ->
                assertThat(writers(process, variable)).as("who writes %s", variable).isNotEmpty());
  }

  /** A variable in a cell would be read without being an input. */
  @ParameterizedTest
  @MethodSource("tables")
  void areNotInTheCellsOfATable(String table) {
    assertThat(
            elements(table)
                .filter(element -> element.getLocalName().matches("(input|output)Entry"))
                .map(Element::getTextContent)
                .flatMap(ModelVariables::names))
        .isEmpty();
  }

  private static String rows() {
    return processes()
        .flatMap(
            process ->
                reads(process).entrySet().stream()
                    .map(
                        read ->
                            "| %s | `%s` | %s | %s |\n"
                                .formatted(
                                    process.replace(".bpmn", ""),
                                    read.getKey(),
                                    code(read.getValue()),
                                    code(writers(process, read.getKey())))))
        .collect(joining());
  }

  private static String code(Set<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(joining(", "));
  }

  /** The classes that write a variable of a process, and the called processes that return it. */
  private static Set<String> writers(String process, String variable) {
    String own = process.replace(".bpmn", "");
    String folder =
        CODE.stream()
            .filter(source -> source.type.equals(own))
            .map(Source::folder)
            .findFirst()
            .orElseThrow();
    Set<String> writers =
        CODE.stream()
            .filter(source -> source.folder.equals(folder) || SHARED.contains(source.folder))
            // variables of a preview are used only in tables
            .filter(source -> !source.type.endsWith("Preview"))
            .filter(source -> source.writes(variable))
            .map(Source::type)
            .collect(toCollection(TreeSet::new));
    elements(process)
        .filter(element -> element.getLocalName().equals("out"))
        .filter(element -> element.getAttribute("target").equals(variable))
        .map(ModelVariables::place)
        .forEach(writers::add);
    processes()
        .flatMap(ModelVariables::elements)
        .filter(element -> element.getLocalName().equals("in"))
        .filter(element -> element.hasAttribute("sourceExpression"))
        .filter(element -> element.getAttribute("target").equals(variable))
        .filter(element -> isHandedTo(process, element))
        .map(ModelVariables::place)
        .forEach(writers::add);
    return writers;
  }

  private static boolean isHandedTo(String process, Element in) {
    Element activity = (Element) in.getParentNode().getParentNode();
    return (activity.getAttribute("calledElement") + ".bpmn").equals(process);
  }

  private static List<Source> code() {
    return files(SOURCES, ".java").map(ModelExpressionsTest::source).toList();
  }

  private static Map<String, Set<String>> constants() {
    Map<String, Set<String>> constants = new TreeMap<>();
    CODE.forEach(
        source ->
            CONSTANT
                .matcher(source.text)
                .results()
                .forEach(
                    constant ->
                        note(constants, constant.group(2), source.type + "." + constant.group(1))));
    return constants;
  }

  private static Source source(Path file) {
    try {
      String text = COMMENT.matcher(Files.readString(file)).replaceAll("");
      return new Source(
          file.getParent().getFileName().toString(),
          file.getFileName().toString().replace(".java", ""),
          LIST.matcher(text).replaceAll(""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<String> processes() {
    return ModelVariables.processes();
  }

  static Stream<String> tables() {
    return ModelVariables.tables();
  }
}
