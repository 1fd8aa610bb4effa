package io.domainflow.process;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.domainflow.order.OrderIntake;
import io.domainflow.order.Orders;
import io.domainflow.process.worker.ExternalTaskPump;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Adds to every process what must hold without anybody drawing it. As built-in listeners, because
 * those run even when a caller of the engine asks to skip listeners.
 */
@Component
class ModelAdditions extends AbstractBpmnParseListener {

  private final List<ProcessContract> contracts;
  private final List<TaskFacts> taskFacts;
  private final OrderIntake intake;
  private final Orders orders;
  private final ObjectMapper json;
  private final ObjectProvider<ExternalTaskPump> pump;

  ModelAdditions(
      // lazy, because all of these need the engine that is being built
      @Lazy List<ProcessContract> contracts,
      @Lazy List<TaskFacts> taskFacts,
      @Lazy OrderIntake intake,
      @Lazy Orders orders,
      ObjectMapper json,
      ObjectProvider<ExternalTaskPump> pump) {
    this.contracts = contracts;
    this.taskFacts = taskFacts;
    this.intake = intake;
    this.orders = orders;
    this.json = json;
    this.pump = pump;
  }

  @Override
  public void parseProcess(Element element, ProcessDefinitionEntity process) {
    contract(process.getKey())
        .ifPresent(
            contract -> {
              process.addBuiltInListener(
                  ExecutionListener.EVENTNAME_START, new IntakeListener(contract, intake, json));
              process.addBuiltInListener(
                  ExecutionListener.EVENTNAME_END, new OrderEndListener(orders));
            });
  }

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    contract(((ProcessDefinitionEntity) scope.getProcessDefinition()).getKey())
        .ifPresent(
            contract ->
                activity.addBuiltInListener(
                    ExecutionListener.EVENTNAME_END,
                    new UndeclaredVariablesListener(contract, orders)));
    taskFacts.stream()
        .filter(facts -> facts.task().equals(activity.getId()))
        .findFirst()
        .ifPresent(facts -> showFacts(activity, facts));
  }

  @Override
  public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    if ("external".equals(element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "type"))) {
      activity.addBuiltInListener(
          ExecutionListener.EVENTNAME_START, execution -> PumpWakeUp.afterCommit(pump));
    }
  }

  private void showFacts(ActivityImpl activity, TaskFacts facts) {
    var definition =
        ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
    definition.setTaskFormHandler(
        new FactsFormHandler(definition.getTaskFormHandler(), facts, orders));
  }

  private Optional<ProcessContract> contract(String key) {
    return contracts.stream().filter(contract -> contract.key().equals(key)).findFirst();
  }
}
