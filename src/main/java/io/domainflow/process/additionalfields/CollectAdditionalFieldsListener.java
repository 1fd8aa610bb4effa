package io.domainflow.process.additionalfields;

import io.domainflow.order.Orders;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.process.OrderVariables;
import io.domainflow.process.ProcessOrders;
import io.domainflow.process.TaskWaits;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.stereotype.Component;

/**
 * Says that the order waits for an operator to fill in the TLD's additional fields. An operator who
 * has entered the order in a start form gets the task: whoever started it in Tasklist is asked
 * next.
 */
@Component
class CollectAdditionalFieldsListener implements TaskListener {

  private final Orders orders;

  CollectAdditionalFieldsListener(Orders orders) {
    this.orders = orders;
  }

  @Override
  public void notify(DelegateTask task) {
    String domain = (String) task.getVariable(OrderVariables.DOMAIN);
    TaskWaits.operator(
        orders,
        task,
        Code.ADDITIONAL_FIELDS,
        AdditionalFieldsQuestion.what(
            domain, (String) task.getVariable(AdditionalFieldsQuestion.MISSING_TEXT)));
    String login = ProcessOrders.of(task.getProcessInstanceId(), orders).login();
    if (Boolean.TRUE.equals(task.getVariable(OrderVariables.ENTERED_IN_FORM))
        && isCandidate(login, task)) {
      task.setAssignee(login);
    }
  }

  private static boolean isCandidate(String login, DelegateTask task) {
    return task.getCandidates().stream()
        .map(IdentityLink::getGroupId)
        .filter(Objects::nonNull)
        .anyMatch(
            group ->
                task.getProcessEngineServices()
                        .getIdentityService()
                        .createUserQuery()
                        .userId(login)
                        .memberOfGroup(group)
                        .count()
                    > 0);
  }
}
