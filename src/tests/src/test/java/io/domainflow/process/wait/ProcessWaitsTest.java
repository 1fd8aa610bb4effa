package io.domainflow.process.wait;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.DomainflowTest;
import io.domainflow.process.wait.ProcessWait.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Each wait of the models says what its order waits for. */
@DomainflowTest
class ProcessWaitsTest {

  private static final String ORDER_IS_OVER = "what it looks after has an order that has ended";

  /** Where an instance waits and no order does, each with the reason. */
  private static final Map<Place, String> NO_ORDER_WAITS =
      Map.of(
          new Place("AuthCodeLockProcess", "IntermediateEvent_TimeToLook"),
          ORDER_IS_OVER,
          new Place("ChangeOfRegistrantProcess", "IntermediateEvent_NextChase"),
          "an operator is asked again beside the wait for the confirmation",
          new Place("ChangeOfRegistrantProcess", "IntermediateEvent_NextReminder"),
          "the reminders of the prior registrant run beside the wait for the confirmation",
          new Place("OutgoingTransferProcess", "Task_AwaitOutcome"),
          "it is about a name, not about an order",
          new Place("RegistrantDutyProcess", "IntermediateEvent_DeadlinePassed"),
          ORDER_IS_OVER,
          new Place("TransferLockProcess", "IntermediateEvent_EndOfLock"),
          ORDER_IS_OVER);

  private final List<ProcessWait> waits;

  @Autowired
  ProcessWaitsTest(List<ProcessWait> waits) {
    this.waits = waits;
  }

  @Test
  void everyWaitOfTheModelsHasAClassOrAReason() {
    Set<Place> expected =
        waitsOfTheModels()
            .map(ProcessWaitsTest::place)
            .collect(Collectors.toCollection(HashSet::new));
    assertThat(expected).containsAll(NO_ORDER_WAITS.keySet());
    expected.removeAll(NO_ORDER_WAITS.keySet());

    assertThat(waits.stream().flatMap(wait -> wait.places().stream()))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  /** What an order waits for stands in its class and nowhere else. */
  @Test
  void noWaitOfTheModelsNamesAListener() {
    assertThat(waitsOfTheModels().filter(wait -> !NO_ORDER_WAITS.containsKey(place(wait))))
        .isNotEmpty()
        .allSatisfy(
            wait ->
                assertThat(
                        wait
                            .getModelInstance()
                            .getModelElementsByType(CamundaExecutionListener.class)
                            .stream()
                            .map(listener -> listener.getParentElement().getParentElement()))
                    .as(wait.getId())
                    .doesNotContain(wait));
  }

  private static Stream<FlowNode> waitsOfTheModels() {
    return models()
        .flatMap(
            model ->
                Stream.of(ReceiveTask.class, IntermediateCatchEvent.class)
                    .flatMap(type -> model.getModelElementsByType(type).stream()));
  }

  private static Place place(FlowNode wait) {
    Process process =
        wait.getModelInstance().getModelElementsByType(Process.class).iterator().next();
    return new Place(process.getId(), wait.getId());
  }

  private static Stream<BpmnModelInstance> models() {
    try (Stream<Path> models = Files.list(Path.of("processes"))) {
      return models
          .filter(file -> file.toString().endsWith(".bpmn"))
          .map(file -> Bpmn.readModelFromFile(file.toFile()))
          .collect(Collectors.toList())
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
