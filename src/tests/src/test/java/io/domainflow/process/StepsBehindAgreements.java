package io.domainflow.process;

import io.domainflow.process.worker.Worker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/**
 * Reads from the models which steps send something to the registrar after somebody has agreed in a
 * task, before the next task or wait.
 */
final class StepsBehindAgreements {

  /** Decisions by which somebody agrees to what is sent. */
  private static final Pattern AGREEMENT = Pattern.compile("APPROVE.*|DELETE,.*|ACCEPT,REJECT");

  private final List<BpmnModelInstance> models;
  private final Set<String> sending;

  private StepsBehindAgreements(Collection<Worker<?>> workers) throws IOException {
    this.models = ProcessModels.files().map(file -> ProcessModels.read(file.getPayload())).toList();
    this.sending =
        workers.stream()
            .filter(StepsBehindAgreements::sends)
            .map(Worker::topic)
            .collect(Collectors.toSet());
  }

  /** The sending steps by the task before them, in every model. */
  static Map<String, List<String>> inAllModels(Collection<Worker<?>> workers) {
    try {
      return new StepsBehindAgreements(workers).all();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A change, or a question with a command that may be repeated. */
  private static boolean sends(Worker<?> worker) {
    Path source =
        Path.of(
            "src/product/src/main/java", worker.getClass().getName().replace('.', '/') + ".java");
    try {
      return worker instanceof Worker.Changing<?> || Files.readString(source).contains(".ensure(");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, List<String>> all() {
    Map<String, List<String>> found = new TreeMap<>();
    for (BpmnModelInstance model : models) {
      for (UserTask task : model.getModelElementsByType(UserTask.class)) {
        if (isAgreement(task)) {
          found.put(task.getId(), new ArrayList<>(behind(task)));
        }
      }
    }
    return found;
  }

  private static boolean isAgreement(UserTask task) {
    return "approvers".equals(task.getCamundaCandidateGroups())
        || task.getModelInstance().getModelElementsByType(CamundaProperty.class).stream()
            .filter(property -> isOf(task, property))
            .anyMatch(property -> AGREEMENT.matcher(property.getCamundaValue()).matches());
  }

  private static boolean isOf(UserTask task, CamundaProperty property) {
    return task.equals(property.getParentElement().getParentElement().getParentElement());
  }

  private Set<String> behind(UserTask task) {
    Set<String> steps = new TreeSet<>();
    Set<FlowNode> seen = new HashSet<>();
    Deque<FlowNode> ahead = new ArrayDeque<>(task.getSucceedingNodes().list());
    while (!ahead.isEmpty()) {
      FlowNode node = ahead.pop();
      boolean waits =
          node instanceof UserTask
              || node instanceof ReceiveTask
              || node instanceof IntermediateCatchEvent;
      if (!seen.add(node) || waits) {
        continue;
      }
      if (node instanceof ServiceTask step && sending.contains(step.getCamundaTopic())) {
        steps.add(step.getId());
      }
      ahead.addAll(node.getSucceedingNodes().list());
      if (node instanceof SubProcess part) {
        ahead.addAll(part.getChildElementsByType(StartEvent.class));
      }
      if (node instanceof EndEvent) {
        ahead.addAll(after(node));
      }
    }
    return steps;
  }

  /** What follows the end of a part, or of a called process. */
  private List<FlowNode> after(FlowNode end) {
    if (end.getParentElement() instanceof SubProcess part) {
      return part.getSucceedingNodes().list();
    }
    String process = ((Process) end.getParentElement()).getId();
    return models.stream()
        .flatMap(model -> model.getModelElementsByType(CallActivity.class).stream())
        .filter(call -> process.equals(call.getCalledElement()))
        .flatMap(call -> call.getSucceedingNodes().list().stream())
        .toList();
  }
}
