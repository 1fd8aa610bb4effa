package io.domainflow.process.wait;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.process.wait.ProcessWait.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Each wait of the models says what its order waits for, in models of all versions. */
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

  /** In earlier versions of the models only. */
  private static final Set<Place> IN_EARLIER_MODELS =
      Place.in(
          "ChangeOfRegistrantProcess",
          "Task_AwaitAnswerForNewConsent",
          "Task_AwaitAnswerForPriorConsent");

  private final List<ProcessWait> waits;
  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final Registrations stories;

  @Autowired
  ProcessWaitsTest(List<ProcessWait> waits, ProcessEngine engine, @LocalServerPort int port) {
    this.waits = waits;
    this.repository = engine.getRepositoryService();
    this.runtime = engine.getRuntimeService();
    this.stories = new Registrations(port);
  }

  @Test
  void everyWaitOfTheModelsHasAClassOrAReason() {
    Set<Place> expected = new HashSet<>(IN_EARLIER_MODELS);
    waitsOfTheModels().map(ProcessWaitsTest::place).forEach(expected::add);
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

  @Test
  void sayWhatIsWaitedForInAModelThatNamesAListenerOfEarlierVersions() {
    Matcher wait =
        Pattern.compile("<bpmn:receiveTask id=\"Task_AwaitDeletion\"[^>]*>")
            .matcher(read(Path.of("processes/DomainDeletionProcess.bpmn")));
    String model =
        wait.replaceFirst(
            """
            $0<bpmn:extensionElements>
              <camunda:executionListener delegateExpression="\\${awaitDeletionListener}" event="start"/>
            </bpmn:extensionElements>
            """);
    assertThat(model).contains("awaitDeletionListener");
    String deployment =
        repository
            .createDeployment()
            .addString("DomainDeletionProcess.bpmn", model)
            .deploy()
            .getId();
    try {
      String domain = freshName("com");
      stories.registry("{'domain': '%s', 'owner': 'OURS'}".formatted(domain));
      String reference = "D-" + UUID.randomUUID();
      stories.placeRaw(
          """
          {'reference': '%s', 'operation': 'DELETE', 'account': 'sandbox', 'domain': '%s',
           'confirmDomain': '%s'}
          """
              .formatted(reference, domain, domain));

      JsonNode waiting = stories.awaitWaitingFor(reference, "DELETION_PENDING");
      assertThat(
              runtime
                  .createProcessInstanceQuery()
                  .processInstanceBusinessKey(reference)
                  .deploymentId(deployment)
                  .count())
          .isEqualTo(1);
      assertThat(waiting.at("/waitingFor/until").isTextual()).isTrue();
      stories.advance("P2D");
      stories.awaitStatus(reference, "COMPLETED");
    } finally {
      repository.deleteDeployment(deployment, true);
    }
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

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
