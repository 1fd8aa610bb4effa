package io.domainflow.process;

import static io.domainflow.process.ModelVariables.DECISION;
import static io.domainflow.process.ModelVariables.attribute;
import static io.domainflow.process.ModelVariables.elements;
import static io.domainflow.process.ModelVariables.files;
import static io.domainflow.process.ModelVariables.flows;
import static io.domainflow.process.ModelVariables.list;
import static io.domainflow.process.ModelVariables.names;
import static io.domainflow.process.ModelVariables.note;
import static io.domainflow.process.ModelVariables.reads;
import static io.domainflow.process.ModelVariables.userTasks;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/**
 * Of the fields of a form a process reads only the decision, and only right after the task. No
 * engine.
 */
class ModelDecisionsTest {

  private static final Path FORMS = Path.of("forms");

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
            .filter(ModelDecisionsTest::takesADecision)
            .map(ModelVariables::id)
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

  /** The fields that the forms of its tasks write. */
  private static Set<String> fieldsOfTasks(String process) {
    return userTasks(process).stream()
        .flatMap(task -> attribute(task, "formRef"))
        .flatMap(ModelDecisionsTest::forms)
        .flatMap(form -> form.findParents("key").stream())
        .map(field -> field.path("key").asText())
        .collect(toCollection(TreeSet::new));
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
    return files(FORMS.resolve(folder), ".form").map(ModelDecisionsTest::form);
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

  static Stream<String> processes() {
    return ModelVariables.processes();
  }
}
