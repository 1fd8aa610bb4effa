package io.domainflow.process.listener;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.domainflow.order.OrderIdentity;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.intake.OrderIntake;
import io.domainflow.order.progress.CalledProcesses;
import io.domainflow.process.AccountProcess;
import io.domainflow.process.CalledProcess;
import io.domainflow.process.DeclaredVariables;
import io.domainflow.process.OrderVariables;
import io.domainflow.process.ProcessContract;
import io.domainflow.process.ProcessOrders;
import io.domainflow.process.start.StartFormRefusals;
import io.domainflow.process.task.AccountTask;
import io.domainflow.process.task.OrderHead;
import io.domainflow.process.task.TaskDueDates;
import io.domainflow.process.task.TaskTimes;
import io.domainflow.process.task.UserTasks;
import io.domainflow.process.wait.ProcessWaits;
import io.domainflow.process.worker.ExternalTaskPoller;
import io.domainflow.process.worker.PollerWakeUp;
import io.domainflow.registrar.CommandJournal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Adds to every process what must hold even if no model contains it. These are built-in listeners,
 * because those run even when a caller of the engine asks to skip listeners.
 */
@Component
class ProcessParseListener extends AbstractBpmnParseListener {

  private final List<ProcessContract> contracts;
  private final List<CalledProcess> calledProcesses;
  private final List<AccountProcess> accountProcesses;
  private final UserTasks tasks;
  private final ProcessWaits waits;
  private final OrderHead head;
  private final TaskDueDates terms;
  private final OrderIntake intake;
  private final Orders orders;
  private final CommandJournal journal;
  private final StartFormRefusals refusals;
  private final CalledProcesses called;
  private final ObjectMapper json;
  private final ObjectProvider<ExternalTaskPoller> poller;

  ProcessParseListener(
      // lazy, because all of these need the engine, which is still being built
      @Lazy List<ProcessContract> contracts,
      @Lazy List<CalledProcess> calledProcesses,
      @Lazy List<AccountProcess> accountProcesses,
      @Lazy UserTasks tasks,
      @Lazy ProcessWaits waits,
      @Lazy OrderHead head,
      @Lazy TaskDueDates terms,
      @Lazy OrderIntake intake,
      @Lazy Orders orders,
      @Lazy CommandJournal journal,
      @Lazy StartFormRefusals refusals,
      @Lazy CalledProcesses called,
      ObjectMapper json,
      ObjectProvider<ExternalTaskPoller> poller) {
    this.contracts = contracts;
    this.calledProcesses = calledProcesses;
    this.accountProcesses = accountProcesses;
    this.tasks = tasks;
    this.waits = waits;
    this.head = head;
    this.terms = terms;
    this.intake = intake;
    this.orders = orders;
    this.journal = journal;
    this.refusals = refusals;
    this.called = called;
    this.json = json;
    this.poller = poller;
  }

  @Override
  public void parseProcess(Element element, ProcessDefinitionEntity process) {
    contract(process.getKey())
        .ifPresent(
            contract -> {
              process.addBuiltInListener(
                  ExecutionListener.EVENTNAME_START,
                  new IntakeListener(contract, intake, refusals, json));
              process.addBuiltInListener(
                  ExecutionListener.EVENTNAME_END, new OrderEndListener(orders, journal));
            });
    calledProcesses.stream()
        .filter(candidate -> candidate.key().equals(process.getKey()))
        .forEach(
            candidate -> {
              process.addBuiltInListener(
                  ExecutionListener.EVENTNAME_START, new CalledStartListener(candidate, called));
              process.addBuiltInListener(
                  ExecutionListener.EVENTNAME_END,
                  new CalledEndListener(candidate, called, orders, journal));
            });
    accountProcesses.stream()
        .filter(candidate -> candidate.key().equals(process.getKey()))
        .forEach(
            candidate ->
                process.addBuiltInListener(
                    ExecutionListener.EVENTNAME_END,
                    (ExecutionListener)
                        execution -> candidate.ended(execution.getProcessBusinessKey())));
  }

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    String key = process(scope);
    Stream.of(contracts, calledProcesses, accountProcesses)
        .flatMap(List::stream)
        .filter(process -> process.key().equals(key))
        .forEach(process -> giveTerms(key, activity));
    List<String> decisions = decisions(element);
    Stream.concat(contracts.stream(), calledProcesses.stream())
        .filter(process -> process.key().equals(key))
        .forEach(
            process -> {
              tasks
                  .ofOrder(activity.getId())
                  .ifPresent(
                      task ->
                          bind(
                              activity,
                              created -> tasks.opened(task, created),
                              execution -> tasks.completed(task, execution, decisions)));
              cleanUp(
                  activity,
                  process,
                  execution -> OrderVariables.of(OrderIdentity.of(order(execution))));
              showInForm(
                  activity, task -> shownOf(activity.getId(), order(task.getExecution()), task));
            });
    accountProcesses.stream()
        .filter(process -> process.key().equals(key))
        .forEach(
            process -> {
              tasks
                  .ofAccount(activity.getId())
                  .ifPresent(
                      task -> {
                        bind(
                            activity,
                            created -> tasks.opened(task, created),
                            execution -> tasks.completed(task, execution, decisions));
                        showInForm(
                            activity,
                            each ->
                                shownOf(task, each.getExecution().getProcessBusinessKey(), each));
                      });
              cleanUp(
                  activity,
                  process,
                  execution -> process.subject(execution.getProcessBusinessKey()));
            });
  }

  private static String process(ScopeImpl scope) {
    return ((ProcessDefinitionEntity) scope.getProcessDefinition()).getKey();
  }

  private void giveTerms(String process, ActivityImpl activity) {
    TaskDefinition task = definition(activity);
    task.addBuiltInTaskListener(
        TaskListener.EVENTNAME_CREATE, created -> terms.begin(process, created));
    task.addTaskListener(TaskListener.EVENTNAME_CREATE, terms::rank);
  }

  private static void bind(
      ActivityImpl activity, TaskListener opened, ExecutionListener completed) {
    definition(activity).addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, opened);
    activity.addBuiltInListener(
        ExecutionListener.EVENTNAME_END,
        (ExecutionListener)
            execution -> {
              if (!execution.isCanceled()) {
                completed.notify(execution);
              }
            });
  }

  /** The possible decisions, from the property of that name; empty if the task leaves no choice. */
  private static List<String> decisions(Element task) {
    return Stream.ofNullable(task.element("extensionElements"))
        .flatMap(
            each -> each.elementsNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "properties").stream())
        .flatMap(each -> each.elementsNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "property").stream())
        .filter(property -> "decisions".equals(property.attribute("name")))
        .flatMap(property -> Stream.of(property.attribute("value").split(",")))
        .toList();
  }

  private static TaskDefinition definition(ActivityImpl activity) {
    return ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
  }

  private Map<String, Object> shownOf(String id, ProvisioningOrder order, TaskEntity task) {
    Map<String, Object> shown = new HashMap<>(head.of(order, task));
    shown.putAll(tasks.shows(id, order));
    return shown;
  }

  private static Map<String, Object> shownOf(AccountTask about, String subject, TaskEntity task) {
    Map<String, Object> shown = new HashMap<>(about.shows(subject));
    shown.put(TaskTimes.TASK_TIMES, TaskTimes.of(task));
    return shown;
  }

  private static void cleanUp(
      ActivityImpl activity,
      DeclaredVariables declared,
      Function<DelegateExecution, Map<String, Object>> seenByPeople) {
    activity.addBuiltInListener(
        ExecutionListener.EVENTNAME_END, new UndeclaredVariablesListener(declared, seenByPeople));
  }

  private ProvisioningOrder order(DelegateExecution execution) {
    return ProcessOrders.of(execution.getProcessInstanceId(), orders);
  }

  @Override
  public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    if ("external".equals(element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "type"))) {
      activity.addBuiltInListener(
          ExecutionListener.EVENTNAME_START, execution -> PollerWakeUp.afterCommit(poller));
    }
  }

  @Override
  public void parseReceiveTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    bindWait(scope, activity);
  }

  @Override
  public void parseIntermediateCatchEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
    bindWait(scope, activity);
  }

  private void bindWait(ScopeImpl scope, ActivityImpl activity) {
    waits
        .at(process(scope), activity.getId())
        .ifPresent(
            wait ->
                activity.addBuiltInListener(
                    ExecutionListener.EVENTNAME_START,
                    (ExecutionListener) execution -> waits.begun(wait, execution)));
  }

  private void showInForm(ActivityImpl activity, Function<TaskEntity, Map<String, Object>> shown) {
    TaskDefinition definition = definition(activity);
    definition.setTaskFormHandler(
        new ShownValuesFormHandler(definition.getTaskFormHandler(), shown));
  }

  private Optional<ProcessContract> contract(String key) {
    return contracts.stream().filter(contract -> contract.key().equals(key)).findFirst();
  }
}
