package io.domainflow.process.task;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.WaitingFor.Who;
import io.domainflow.process.EngineDate;
import io.domainflow.process.Variable;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;

/** A user task that has just been created. */
public final class OpenTask {

  private final DelegateTask task;
  private final ProvisioningOrder order;

  OpenTask(DelegateTask task, ProvisioningOrder order) {
    this.task = task;
    this.order = order;
  }

  /** The order that the task belongs to. */
  public ProvisioningOrder order() {
    return order;
  }

  /** Id of the task in the model. */
  public String id() {
    return task.getTaskDefinitionKey();
  }

  /** The value of a process variable; null if it is not set. */
  public <T> @Nullable T get(Variable<T> variable) {
    return variable.of(task);
  }

  /** When the task is due, by the task policy; null if it has no due date. */
  public @Nullable Instant due() {
    return EngineDate.instant(task.getDueDate());
  }

  /** Sets another due date than that of the policy. */
  public void due(Instant due) {
    task.setDueDate(Date.from(due));
  }

  /** Assigns the task to a person, if that person may claim it. */
  public void assignToCandidate(String login) {
    if (isCandidate(login)) {
      task.setAssignee(login);
    }
  }

  private boolean isCandidate(String login) {
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

  /** The order waits for an operator until the task is due. */
  public Waits operator(Code code, String what) {
    return waits(Who.OPERATOR, code, what);
  }

  /** The order waits for these people until the task is due. */
  public Waits waits(Who who, Code code, String what) {
    return new Waits(who, code, what, due());
  }
}
