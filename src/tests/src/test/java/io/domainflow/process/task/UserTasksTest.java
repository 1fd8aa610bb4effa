package io.domainflow.process.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.DomainflowTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Each task of the models has its class, and instances of earlier model versions continue. */
@DomainflowTest
@ExtendWith(OutputCaptureExtension.class)
class UserTasksTest {

  private static final Pattern TASK =
      Pattern.compile("<bpmn:userTask id=\"(\\w+)\".*?</bpmn:userTask>", Pattern.DOTALL);

  private final List<UserTask> ofOrders;
  private final List<AccountTask> ofAccounts;
  private final EarlierModels earlier;
  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final TaskService tasks;

  @Autowired
  UserTasksTest(
      List<UserTask> ofOrders,
      List<AccountTask> ofAccounts,
      EarlierModels earlier,
      ProcessEngine engine) {
    this.ofOrders = ofOrders;
    this.ofAccounts = ofAccounts;
    this.earlier = earlier;
    this.repository = engine.getRepositoryService();
    this.runtime = engine.getRuntimeService();
    this.tasks = engine.getTaskService();
  }

  @Test
  void everyTaskOfTheModelsHasAClassThatIsNamedLikeIt() throws Exception {
    Set<String> ids = new TreeSet<>();
    for (MatchResult task : tasks()) {
      ids.add(task.group(1));
    }

    assertThat(
            Stream.concat(
                ofOrders.stream().map(UserTask::id), ofAccounts.stream().map(AccountTask::id)))
        .containsExactlyInAnyOrderElementsOf(ids);
    assertThat(ofOrders)
        .allSatisfy(
            task -> assertThat("Task_" + task.getClass().getSimpleName()).isEqualTo(task.id()));
    assertThat(ofAccounts)
        .allSatisfy(
            task -> assertThat("Task_" + task.getClass().getSimpleName()).isEqualTo(task.id()));
  }

  /** Only the class of a task defines what happens to it. */
  @Test
  void noTaskOfTheModelsNamesAListener() throws Exception {
    assertThat(tasks()).allSatisfy(task -> assertThat(task.group()).doesNotContain("istener"));
  }

  @Test
  void saysThatListenersOfEarlierModelsCanGoOnceNothingRunsByThem(CapturedOutput output) {
    String first =
        deploy(
            "0.9.0",
            "camunda:executionListener delegateExpression=\"${chaseDeletionListener}\" event=\"end\"");
    String process =
        runtime
            .startProcessInstanceById(
                repository
                    .createProcessDefinitionQuery()
                    .deploymentId(first)
                    .singleResult()
                    .getId())
            .getId();
    String second = deploy("1.0.0", null);
    try {
      earlier.say();
      assertThat(output).doesNotContain("EarlierModelProcess 0.9.0");

      runtime.deleteProcessInstance(process, "test");
      earlier.say();
      assertThat(output).contains("No instance of models").contains("EarlierModelProcess 0.9.0");
    } finally {
      repository.deleteDeployment(first, true);
      repository.deleteDeployment(second, true);
    }
  }

  /** Whatever listener an earlier model names, its instance must complete the task. */
  @Test
  void aTaskOfAnEarlierModelCompletesWhicheverListenerItNames() {
    String deployment =
        deploy(
            "0.9.0",
            RetiredListeners.NAMES.stream()
                .map(
                    name ->
                        "camunda:taskListener delegateExpression=\"${%s}\" event=\"create\""
                            .formatted(name))
                .collect(Collectors.joining("/><")));
    try {
      String process =
          runtime
              .startProcessInstanceById(
                  repository
                      .createProcessDefinitionQuery()
                      .deploymentId(deployment)
                      .singleResult()
                      .getId())
              .getId();
      tasks.complete(tasks.createTaskQuery().processInstanceId(process).singleResult().getId());

      assertThat(runtime.createProcessInstanceQuery().processInstanceId(process).count()).isZero();
      assertThat(RetiredListeners.NAMES)
          .contains("approveTradePriceListener", "approveTransferPriceListener");
    } finally {
      repository.deleteDeployment(deployment, true);
    }
  }

  private String deploy(String version, String listener) {
    String model =
        """
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
            xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
          <bpmn:process id="EarlierModelProcess" isExecutable="true" camunda:versionTag="%s"
              camunda:historyTimeToLive="P1D">
            <bpmn:startEvent id="Start"/>
            <bpmn:sequenceFlow id="a" sourceRef="Start" targetRef="Task_Any"/>
            <bpmn:userTask id="Task_Any">%s</bpmn:userTask>
          </bpmn:process>
        </bpmn:definitions>
        """
            .formatted(
                version,
                listener == null
                    ? ""
                    : "<bpmn:extensionElements><%s/></bpmn:extensionElements>".formatted(listener));
    return repository.createDeployment().addString("earlier.bpmn", model).deploy().getId();
  }

  private static List<MatchResult> tasks() throws Exception {
    try (Stream<Path> models = Files.list(Path.of("processes"))) {
      return models
          .filter(file -> file.toString().endsWith(".bpmn"))
          .flatMap(file -> TASK.matcher(read(file)).results())
          .toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
