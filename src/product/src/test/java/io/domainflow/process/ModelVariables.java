package io.domainflow.process;

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
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The variables that the models of processes and decision tables read, and where. */
final class ModelVariables {

  private static final Path MODELS = Path.of("processes");

  /** The variable of a person's decision in a task; UserTasks checks it against the task. */
  static final String DECISION = "decision";

  private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
  private static final Pattern LITERAL = Pattern.compile("'[^']*'|\"[^\"]*\"");
  private static final Pattern NAME = Pattern.compile("(?<![\\w.])[a-zA-Z]\\w*");

  private static final Set<String> WORDS =
      Set.of("and", "or", "not", "empty", "true", "false", "null");

  private static final Pattern BEAN =
      Pattern.compile("execution|\\w+(Listener|Delegate|CheckProcess|WatchProcess)");

  private ModelVariables() {}

  static Stream<String> processes() {
    return files(MODELS, ".bpmn").map(file -> file.getFileName().toString());
  }

  static Stream<String> tables() {
    return files(MODELS, ".dmn").map(file -> file.getFileName().toString());
  }

  /** The variables that a process reads, each with where. */
  static Map<String, Set<String>> reads(String process) {
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
                  .flatMap(ModelVariables::inputs)
                  .forEach(input -> note(reads, input, place));
            });
    return reads;
  }

  /** The inputs of a decision table. */
  private static Stream<String> inputs(String decision) {
    return tables()
        .flatMap(ModelVariables::elements)
        .filter(element -> element.getLocalName().equals("decision"))
        .filter(element -> id(element).equals(decision))
        .flatMap(table -> list(table.getElementsByTagNameNS("*", "inputExpression")))
        .map(Node::getTextContent)
        .flatMap(ModelVariables::names);
  }

  /** The names in the expressions of an element: in its attributes and its own text. */
  static Stream<String> names(Element element) {
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
        .flatMap(ModelVariables::names);
  }

  private static boolean isCondition(Node child) {
    return "conditionExpression".equals(child.getLocalName());
  }

  static Stream<String> names(String expression) {
    return NAME.matcher(LITERAL.matcher(expression).replaceAll(""))
        .results()
        .map(MatchResult::group)
        .filter(name -> !WORDS.contains(name));
  }

  static Stream<Element> elements(String model) {
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

  static List<Element> userTasks(String process) {
    return elements(process).filter(element -> element.getLocalName().equals("userTask")).toList();
  }

  static Stream<Element> flows(List<Element> elements) {
    return elements.stream().filter(element -> element.getLocalName().equals("sequenceFlow"));
  }

  static Stream<String> attribute(Element element, String name) {
    return IntStream.range(0, element.getAttributes().getLength())
        .mapToObj(i -> element.getAttributes().item(i))
        .filter(attribute -> name.equals(attribute.getLocalName()))
        .map(Node::getNodeValue);
  }

  /** Id of the element, or of the nearest enclosing element that has one. */
  static String place(Element element) {
    return id(element).isEmpty() ? place((Element) element.getParentNode()) : id(element);
  }

  static String id(Element element) {
    return element.getAttribute("id");
  }

  static Stream<Node> list(NodeList nodes) {
    return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item);
  }

  static void note(Map<String, Set<String>> notes, String key, String value) {
    notes.computeIfAbsent(key, any -> new TreeSet<>()).add(value);
  }

  static Stream<Path> files(Path folder, String ending) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
