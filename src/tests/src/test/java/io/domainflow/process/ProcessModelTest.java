package io.domainflow.process;

import static io.domainflow.process.ProcessModels.all;
import static io.domainflow.process.ProcessModels.packagesOf;
import static io.domainflow.process.ProcessModels.process;
import static io.domainflow.process.ProcessModels.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every model follows our rules, and model, Java and forms agree. No engine: such a mistake would
 * otherwise show only when an instance reaches it. Here are the rules for a process as a whole;
 * those for its user tasks, its steps and its flow are in {@link ModelUserTasksTest}, {@link
 * ModelStepsTest} and {@link ModelFlowTest}.
 */
class ProcessModelTest {

  @ParameterizedTest
  @MethodSource("models")
  void isNamedLikeItsFile(Path file) {
    Process process = process(file);

    assertThat(process.getId() + ".bpmn").isEqualTo(file.getFileName().toString());
    assertThat(process.getId()).endsWith("Process");
    assertThat(process.getName()).isNotBlank();
    assertThat(process.isExecutable()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("models")
  void hasAVersionAndALimitForItsHistory(Path file) {
    Process process = process(file);

    assertThat(process.getCamundaVersionTag()).matches("\\d+\\.\\d+\\.\\d+");
    assertThat(process.getCamundaHistoryTimeToLiveString()).matches("P\\d+D");
  }

  /** Otherwise its steps would precede those of a single order, however many orders there are. */
  @ParameterizedTest
  @MethodSource("models")
  void hasTheOrdersPriority(Path file) throws IOException, ClassNotFoundException {
    Process process = process(file);
    String id = process.getId();
    Class<?> contract = Class.forName("io.domainflow.process." + packagesOf(id).get(0) + "." + id);

    assertThat(process.getCamundaTaskPriority())
        .isEqualTo(AccountProcess.class.isAssignableFrom(contract) ? null : "${priority}");
  }

  /** The caller who has placed an order must be able to cancel it, as long as that is possible. */
  @ParameterizedTest
  @MethodSource("models")
  void canBeCancelledIfItCarriesOutAnOrder(Path file) throws Exception {
    String id = process(file).getId();
    Class<?> process = Class.forName("io.domainflow.process." + packagesOf(id).get(0) + "." + id);

    assertThat(Files.readString(file).contains("name=\"Msg_OrderCancelled\""))
        .isEqualTo(ProcessContract.class.isAssignableFrom(process));
  }

  @ParameterizedTest
  @MethodSource("models")
  void hasAPackageAndATest(Path file) throws IOException {
    String id = process(file).getId();

    assertThat(packagesOf(id)).as("packages with a class %s", id).hasSize(1);
    assertThat(packagesOf(id + "Test")).isEqualTo(packagesOf(id));
  }

  @ParameterizedTest
  @MethodSource("models")
  void isDrawnCompletely(Path file) {
    BpmnModelInstance model = read(file);

    assertThat(all(model, FlowNode.class))
        .allSatisfy(node -> assertThat(node.getDiagramElement()).as(node.getId()).isNotNull());
    assertThat(all(model, SequenceFlow.class))
        .allSatisfy(flow -> assertThat(flow.getDiagramElement()).as(flow.getId()).isNotNull())
        .filteredOn(flow -> flow.getName() != null)
        .allSatisfy(
            flow ->
                assertThat(flow.getDiagramElement().getBpmnLabel())
                    .as("place of the label of %s", flow.getId())
                    .isNotNull());
  }

  /** A save point there would accept an order before it is checked. */
  @ParameterizedTest
  @MethodSource("models")
  void startsInTheTransactionOfItsCaller(Path file) {
    assertThat(all(read(file), StartEvent.class))
        .noneMatch(StartEvent::isCamundaAsyncBefore)
        .isNotEmpty();
  }

  static Stream<Named<Path>> models() throws IOException {
    return ProcessModels.files();
  }
}
