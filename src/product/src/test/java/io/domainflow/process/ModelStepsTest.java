package io.domainflow.process;

import static io.domainflow.process.ProcessModels.PROCESSES;
import static io.domainflow.process.ProcessModels.all;
import static io.domainflow.process.ProcessModels.classesIn;
import static io.domainflow.process.ProcessModels.read;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.model.bpmn.impl.BpmnModelConstants.CAMUNDA_NS;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The service tasks and calls of every model name beans, workers and processes that exist. */
class ModelStepsTest {

  private static final Pattern WORD_START = Pattern.compile("(?:^|-)(.)");
  private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+)}");

  @ParameterizedTest
  @MethodSource("models")
  void hasOneWorkerForEveryTopic(Path file) throws IOException {
    List<String> classes = classesIn("io.domainflow.process..");

    assertThat(all(read(file), ServiceTask.class))
        .filteredOn(task -> "external".equals(task.getCamundaType()))
        .extracting(task -> pascalCase(task.getCamundaTopic()) + "Worker")
        .allSatisfy(worker -> assertThat(classes).containsOnlyOnce(worker));
  }

  @ParameterizedTest
  @MethodSource("models")
  void namesOnlyBeansThatExist(Path file) throws IOException {
    Set<String> beans =
        classesIn("io.domainflow.process..").stream()
            .map(ModelStepsTest::decapitalised)
            .collect(toSet());

    assertThat(camundaAttributes(read(file), "delegateExpression"))
        .allMatch(expression -> BEAN.matcher(expression).matches(), "names a bean")
        .extracting(expression -> BEAN.matcher(expression).replaceFirst("$1"))
        .isSubsetOf(beans);
  }

  @ParameterizedTest
  @MethodSource("models")
  void leavesTheWorkToBeansAndWorkers(Path file) {
    BpmnModelInstance model = read(file);

    assertThat(camundaAttributes(model, "class")).isEmpty();
    assertThat(camundaAttributes(model, "expression")).isEmpty();
    assertThat(all(model, ScriptTask.class)).isEmpty();
    assertThat(all(model, ServiceTask.class))
        .allMatch(
            task ->
                "external".equals(task.getCamundaType())
                    || task.getCamundaDelegateExpression() != null);
  }

  /** A called process works on the same order: the key is passed on, and variables one by one. */
  @ParameterizedTest
  @MethodSource("models")
  void callsProcessesThatExistWithWhatItNames(Path file) {
    assertThat(all(read(file), CallActivity.class))
        .allSatisfy(
            call -> {
              List<CamundaIn> mapped =
                  call.getExtensionElements()
                      .getElementsQuery()
                      .filterByType(CamundaIn.class)
                      .list();
              assertThat(PROCESSES.resolve(call.getCalledElement() + ".bpmn")).exists();
              assertThat(call.getCamundaCalledElementBinding()).isNotBlank();
              assertThat(mapped)
                  .allMatch(in -> in.getCamundaVariables() == null)
                  .anyMatch(in -> in.getCamundaBusinessKey() != null);
            });
  }

  /** All values of one of the engine's attributes. */
  private static List<String> camundaAttributes(BpmnModelInstance model, String name) {
    return elements(model.getDocument().getRootElement())
        .map(element -> attribute(element, name))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Stream<DomElement> elements(DomElement root) {
    return Stream.concat(
        Stream.of(root), root.getChildElements().stream().flatMap(ModelStepsTest::elements));
  }

  /** Listeners carry the attribute without a prefix, tasks with one. */
  private static Optional<String> attribute(DomElement element, String name) {
    return Stream.of(
            element.getAttribute(CAMUNDA_NS, name),
            CAMUNDA_NS.equals(element.getNamespaceURI()) ? element.getAttribute(name) : null)
        .filter(Objects::nonNull)
        .findFirst();
  }

  private static String pascalCase(String topic) {
    return WORD_START.matcher(topic).replaceAll(start -> start.group(1).toUpperCase(Locale.ROOT));
  }

  private static String decapitalised(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  static Stream<Named<Path>> models() throws IOException {
    return ProcessModels.files();
  }
}
