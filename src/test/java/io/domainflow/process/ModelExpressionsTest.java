package io.domainflow.process;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Our own code writes every variable that the processes read in expressions and decision tables.
 * The table in {@code docs/expressions.md} lists them; run with {@code -Dexpressions.write=true} to
 * write it. No engine.
 */
class ModelExpressionsTest {

  private static final Path MODELS = Path.of("processes");
  private static final Path FORMS = Path.of("forms");
  private static final Path SOURCES = Path.of("src/main/java/io/domainflow/process");
  private static final Path GUIDE = Path.of("docs", "expressions.md");
  private static final String HEAD =
      "| process | variable | read by | written by |\n|---|---|---|---|\n";

  /** The variable of a person's decision in a task; UserTasks checks it against the task. */
  private static final String DECISION = "decision";

  private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
  private static final Pattern LITERAL = Pattern.compile("'[^']*'|\"[^\"]*\"");
  private static final Pattern NAME = Pattern.compile("(?<![\\w.])[a-zA-Z]\\w*");
  private static final Set<String> WORDS =
      Set.of("and", "or", "not", "empty", "true", "false", "null");
  private static final Pattern BEAN =
      Pattern.compile("execution|\\w+(Listener|Delegate|CheckProcess|WatchProcess)");

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

  /** Otherwise a user with a form could choose a path that the form does not offer. */
  @ParameterizedTest
  @MethodSource("processes")
  void readOnlyTheDecisionOfATasksForm(String process) {
    Set<String> fields = fieldsOfTasks(process);

    assertThat(fields.contains(DECISION)).isEqualTo(!userTasks(process).isEmpty());
    assertThat(reads(process).keySet())
        .filteredOn(variable -> !variable.equals(DECISION))
        .noneMatch(fields::contains);
  }

  /** The decision of one task must not be mistaken for that of another. */
  @ParameterizedTest
  @MethodSource("processes")
  void readADecisionRightAfterItsTask(String process) {
    List<Element> elements = elements(process).toList();
    Set<String> tasks =
        userTasks(process).stream()
            .filter(ModelExpressionsTest::takesADecision)
            .map(ModelExpressionsTest::id)
            .collect(toCollection(TreeSet::new));
    Map<String, Set<String>> before = new TreeMap<>();
    flows(elements)
        .forEach(
            flow -> note(before, flow.getAttribute("targetRef"), flow.getAttribute("sourceRef")));

    assertThat(flows(elements).filter(flow -> names(flow).anyMatch(DECISION::equals)))
        .allSatisfy(
            flow ->
                assertThat(before(flow.getAttribute("sourceRef"), before, elements))
                    .isSubsetOf(tasks));
  }

  /** The predecessors of an element, through gateways that only join. */
  private static Set<String> before(
      String element, Map<String, Set<String>> before, List<Element> elements) {
    return before.getOrDefault(element, Set.of()).stream()
        .flatMap(
            earlier ->
                earlier.startsWith("Gateway_")
                        && flows(elements)
                                .filter(flow -> flow.getAttribute("sourceRef").equals(earlier))
                                .count()
                            == 1
                    ? before(earlier, before, elements).stream()
                    : Stream.of(earlier))
        .collect(toCollection(TreeSet::new));
  }

  /** A variable in a cell would be read without being an input. */
  @ParameterizedTest
  @MethodSource("tables")
  void areNotInTheCellsOfATable(String table) {
    assertThat(
            elements(table)
                .filter(element -> element.getLocalName().matches("(input|output)Entry"))
                .map(Element::getTextContent)
                .flatMap(ModelExpressionsTest::names))
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

  /** The variables that a process reads, each with where. */
  private static Map<String, Set<String>> reads(String process) {
    Map<String, Set<String>> reads = new TreeMap<>();
    elements(process)
        .forEach(
            element -> {
              String place = place(element);
              names(element)
                  .filter(name -> !BEAN.matcher(name).matches())
                  .forEach(name -> note(reads, name, place));
              attribute(element, "source")
                  .filter(source -> element.getLocalName().equals("in"))
                  .forEach(source -> note(reads, source, place));
              attribute(element, "decisionRef")
                  .flatMap(ModelExpressionsTest::inputs)
                  .forEach(input -> note(reads, input, place));
            });
    return reads;
  }

  /** The inputs of a decision table. */
  private static Stream<String> inputs(String decision) {
    return tables()
        .flatMap(ModelExpressionsTest::elements)
        .filter(element -> element.getLocalName().equals("decision"))
        .filter(element -> id(element).equals(decision))
        .flatMap(table -> list(table.getElementsByTagNameNS("*", "inputExpression")))
        .map(Node::getTextContent)
        .flatMap(ModelExpressionsTest::names);
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
        .map(ModelExpressionsTest::place)
        .forEach(writers::add);
    processes()
        .flatMap(ModelExpressionsTest::elements)
        .filter(element -> element.getLocalName().equals("in"))
        .filter(element -> element.hasAttribute("sourceExpression"))
        .filter(element -> element.getAttribute("target").equals(variable))
        .filter(element -> isHandedTo(process, element))
        .map(ModelExpressionsTest::place)
        .forEach(writers::add);
    return writers;
  }

  private static boolean isHandedTo(String process, Element in) {
    Element activity = (Element) in.getParentNode().getParentNode();
    return (activity.getAttribute("calledElement") + ".bpmn").equals(process);
  }

  /** The fields that the forms of its tasks write. */
  private static Set<String> fieldsOfTasks(String process) {
    return userTasks(process).stream()
        .flatMap(task -> attribute(task, "formRef"))
        .flatMap(ModelExpressionsTest::forms)
        .flatMap(form -> form.findParents("key").stream())
        .map(field -> field.path("key").asText())
        .collect(toCollection(TreeSet::new));
  }

  private static List<Element> userTasks(String process) {
    return elements(process).filter(element -> element.getLocalName().equals("userTask")).toList();
  }

  private static Stream<JsonNode> forms(String reference) {
    return switch (reference) {
      case "${additionalFieldsForm}" -> formsIn("additional-fields");
      case "${correctionForm}" ->
          Stream.concat(forms("registration-correct"), formsIn("additional-fields"));
      default -> Stream.of(form(FORMS.resolve(reference + ".form")));
    };
  }

  private static Stream<JsonNode> formsIn(String folder) {
    return files(FORMS.resolve(folder), ".form").map(ModelExpressionsTest::form);
  }

  private static JsonNode form(Path file) {
    try {
      return new ObjectMapper().readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean takesADecision(Element task) {
    return list(task.getElementsByTagNameNS("*", "property"))
        .map(Element.class::cast)
        .flatMap(property -> attribute(property, "name"))
        .anyMatch("decisions"::equals);
  }

  private static Stream<Element> flows(List<Element> elements) {
    return elements.stream().filter(element -> element.getLocalName().equals("sequenceFlow"));
  }

  /** The names in the expressions of an element: in its attributes and its own text. */
  private static Stream<String> names(Element element) {
    Stream<String> attributes =
        IntStream.range(0, element.getAttributes().getLength())
            .mapToObj(i -> element.getAttributes().item(i).getNodeValue());
    Stream<String> texts =
        list(element.getChildNodes())
            .filter(child -> !(child instanceof Element) || isCondition(child))
            .map(Node::getTextContent);
    return Stream.concat(attributes, texts)
        .flatMap(text -> EXPRESSION.matcher(text).results())
        .map(expression -> expression.group(1))
        .flatMap(ModelExpressionsTest::names);
  }

  private static boolean isCondition(Node child) {
    return "conditionExpression".equals(child.getLocalName());
  }

  private static Stream<String> names(String expression) {
    return NAME.matcher(LITERAL.matcher(expression).replaceAll(""))
        .results()
        .map(MatchResult::group)
        .filter(name -> !WORDS.contains(name));
  }

  private static Stream<String> attribute(Element element, String name) {
    return IntStream.range(0, element.getAttributes().getLength())
        .mapToObj(i -> element.getAttributes().item(i))
        .filter(attribute -> name.equals(attribute.getLocalName()))
        .map(Node::getNodeValue);
  }

  /** Id of the element, or of the nearest enclosing element that has one. */
  private static String place(Element element) {
    return id(element).isEmpty() ? place((Element) element.getParentNode()) : id(element);
  }

  private static String id(Element element) {
    return element.getAttribute("id");
  }

  private static void note(Map<String, Set<String>> notes, String key, String value) {
    notes.computeIfAbsent(key, any -> new TreeSet<>()).add(value);
  }

  static Stream<String> processes() {
    return files(MODELS, ".bpmn").map(file -> file.getFileName().toString());
  }

  static Stream<String> tables() {
    return files(MODELS, ".dmn").map(file -> file.getFileName().toString());
  }

  private static Stream<Element> elements(String model) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      return list(factory
              .newDocumentBuilder()
              .parse(MODELS.resolve(model).toFile())
              .getElementsByTagNameNS("*", "*"))
          .map(Element.class::cast);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParserConfigurationException | SAXException e) {
      throw new IllegalStateException(model, e);
    }
  }

  private static Stream<Node> list(NodeList nodes) {
    return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item);
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

  private static Stream<Path> files(Path folder, String ending) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
