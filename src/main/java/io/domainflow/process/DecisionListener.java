package io.domainflow.process;

import io.domainflow.order.OrderEvent.Kind;
import io.domainflow.order.OrderEvents;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.task.UserTasks;
import jakarta.ws.rs.core.Response.Status;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Takes the decision of a user task. What can be decided is the property {@code decisions} of the
 * task in the model; anything else is refused and the task stays.
 */
@Component
class DecisionListener implements ExecutionListener {

  private final UserTasks tasks;
  private final Orders orders;
  private final OrderEvents events;

  DecisionListener(@Lazy UserTasks tasks, Orders orders, OrderEvents events) {
    this.tasks = tasks;
    this.orders = orders;
    this.events = events;
  }

  @Override
  public void notify(DelegateExecution execution) {
    if (execution.isCanceled()
        || tasks.ofOrder(execution.getCurrentActivityId()).isPresent()
        || tasks.ofAccount(execution.getCurrentActivityId()).isPresent()) {
      return;
    }
    List<String> possible = decisions(execution);
    if (!possible.contains(execution.getVariable(OrderVariables.DECISION))) {
      throw new InvalidRequestException(
          Status.BAD_REQUEST,
          "Choose one of the answers of the form: decision must be one of "
              + String.join(", ", possible)
              + ". Nothing was done.");
    }
    // A process about an account has no order that would go on.
    orders
        .findByProcess(execution.getProcessInstanceId())
        .ifPresent(order -> decided(order, execution));
  }

  private void decided(ProvisioningOrder order, DelegateExecution execution) {
    CurrentLogin.inTheEngine()
        .ifPresent(
            login ->
                events.note(
                    order.id(),
                    Kind.TASK_COMPLETED,
                    execution.getCurrentActivityName()
                        + ": "
                        + execution.getVariable(OrderVariables.DECISION),
                    login));
    if (order.waitingFor() != null && order.waitingFor().who().isOutside()) {
      orders.tries(order.id());
    } else {
      orders.inProgress(order.id());
    }
  }

  private static List<String> decisions(DelegateExecution execution) {
    return execution
        .getBpmnModelElementInstance()
        .getExtensionElements()
        .getElementsQuery()
        .filterByType(CamundaProperties.class)
        .singleResult()
        .getCamundaProperties()
        .stream()
        .filter(property -> property.getCamundaName().equals("decisions"))
        .map(CamundaProperty::getCamundaValue)
        .flatMap(text -> Arrays.stream(text.split(",")))
        .toList();
  }
}
