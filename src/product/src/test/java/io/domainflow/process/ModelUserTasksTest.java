package io.domainflow.process;

import static io.domainflow.process.ProcessModels.COMPARISON;
import static io.domainflow.process.ProcessModels.FACT;
import static io.domainflow.process.ProcessModels.all;
import static io.domainflow.process.ProcessModels.read;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The user tasks of every model have a form, and offer and handle the decisions that it offers. */
class ModelUserTasksTest {

  private static final Path FORMS = Path.of("forms");

  @ParameterizedTest
  @MethodSource("models")
  void tellsPeopleWhatToDo(Path file) {
    assertThat(all(read(file), UserTask.class))
        .allSatisfy(
            task -> {
              String id = task.getId();
              assertThat(task.getCamundaCandidateGroups()).as("group of %s", id).isNotBlank();
              assertThat(task.getDocumentations()).as("documentation of %s", id).isNotEmpty();
              assertThat(task.getCamundaFormRef()).as("form of %s", id).isNotBlank();
              assertThat(task.getCamundaFormRefBinding())
                  .as("binding of the form of %s", id)
                  .isEqualTo("latest");
            });
  }

  /**
   * People's deadlines are policy, see TaskPolicy.dmn; a model may only name a day that it knows.
   */
  @ParameterizedTest
  @MethodSource("models")
  void leavesDeadlinesToThePolicy(Path file) {
    assertThat(all(read(file), UserTask.class))
        .allMatch(task -> task.getCamundaFollowUpDate() == null)
        .extracting(UserTask::getCamundaDueDate)
        .allMatch(due -> due == null || FACT.matcher(due).matches());
  }

  @ParameterizedTest
  @MethodSource("models")
  void refersToFormsThatExist(Path file) {
    assertThat(all(read(file), UserTask.class))
        .map(UserTask::getCamundaFormRef)
        .filteredOn(form -> !form.startsWith("${"))
        .allSatisfy(form -> assertThat(form(form).path("id").asText()).isEqualTo(form));
  }

  @ParameterizedTest
  @MethodSource("models")
  void offersTheDecisionsThatItsFormOffers(Path file) {
    assertThat(all(read(file), UserTask.class))
        .filteredOn(task -> !task.getCamundaFormRef().startsWith("${"))
        .allSatisfy(
            task ->
                assertThat(decisions(task))
                    .as("decisions of %s", task.getId())
                    .isNotEmpty()
                    .isEqualTo(choices(form(task.getCamundaFormRef()))));
  }

  @ParameterizedTest
  @MethodSource("models")
  void hasAWayOutForEveryDecision(Path file) {
    assertThat(all(read(file), UserTask.class))
        // with a single decision there is nothing to choose
        .filteredOn(task -> decisions(task).size() > 1)
        .allSatisfy(
            task ->
                assertThat(ways(task))
                    .as("ways out after %s", task.getId())
                    .isEqualTo(decisions(task)));
  }

  private static Set<String> decisions(UserTask task) {
    return Stream.ofNullable(task.getExtensionElements())
        .flatMap(
            extensions ->
                extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream())
        .flatMap(properties -> properties.getCamundaProperties().stream())
        .filter(property -> property.getCamundaName().equals("decisions"))
        .map(CamundaProperty::getCamundaValue)
        .flatMap(value -> Arrays.stream(value.split(",", -1)))
        .collect(toCollection(TreeSet::new));
  }

  private static Set<String> choices(JsonNode form) {
    return FormChoices.of(form).stream()
        .map(FormChoices.Choice::value)
        .collect(toCollection(TreeSet::new));
  }

  private static Set<String> ways(UserTask task) {
    return task.getSucceedingNodes().list().stream()
        // one that only joins decides nothing
        .flatMap(
            next ->
                next.getOutgoing().size() == 1
                    ? next.getSucceedingNodes().list().stream()
                    : Stream.of(next))
        .flatMap(next -> next.getOutgoing().stream())
        .filter(flow -> flow.getConditionExpression() != null)
        .map(flow -> COMPARISON.matcher(flow.getConditionExpression().getTextContent()))
        .filter(condition -> condition.matches() && condition.group(1).equals("decision"))
        .map(condition -> condition.group(2))
        .collect(toCollection(TreeSet::new));
  }

  private static JsonNode form(String id) {
    try {
      return new ObjectMapper().readTree(FORMS.resolve(id + ".form").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException("form " + id, e);
    }
  }

  static Stream<Named<Path>> models() throws IOException {
    return ProcessModels.files();
  }
}
