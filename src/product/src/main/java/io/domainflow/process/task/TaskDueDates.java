package io.domainflow.process.task;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.Operation;
import io.domainflow.process.DecisionTables;
import io.domainflow.process.EngineDate;
import io.domainflow.process.OrderVariables;
import io.domainflow.process.ProcessOrders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gives a new task its dates and its priority: how long people have is policy ({@code
 * TaskPolicy.dmn}); the last moment that makes sense comes from the order ({@link TaskDeadline}) or
 * the model.
 */
@Component
public class TaskDueDates {

  static final String POLICY = "TaskPolicy";

  private final DecisionTables tables;
  private final List<TaskDeadline> deadlines;
  private final Orders orders;
  private final Clock clock;

  TaskDueDates(DecisionTables tables, List<TaskDeadline> deadlines, Orders orders, Clock clock) {
    this.tables = tables;
    this.deadlines = deadlines;
    this.orders = orders;
    this.clock = clock;
  }

  /**
   * Sets the due date and the follow-up date. This comes before the task's own class is called:
   * what the order waits for contains the due date.
   *
   * @param process id of the process
   * @throws IllegalStateException if the policy does not know the task
   */
  public void begin(String process, DelegateTask task) {
    Map<String, Object> policy =
        tables.decide(POLICY, Map.of("process", process, "task", task.getTaskDefinitionKey()));
    Instant now = clock.instant();
    Optional<Instant> due =
        Stream.of(
                after(now, policy.get("dueIn")),
                EngineDate.instant(task.getDueDate()),
                hardDeadline(task))
            .filter(Objects::nonNull)
            .min(Instant::compareTo);
    Optional<Instant> followUp =
        Optional.ofNullable(after(now, policy.get("followUpIn")))
            .filter(again -> due.isEmpty() || again.isBefore(due.get()));
    task.setDueDate(due.map(Date::from).orElse(null));
    task.setFollowUpDate(followUp.map(Date::from).orElse(null));
    if (task.getVariable(OrderVariables.OPERATION) instanceof String operation) {
      task.setVariableLocal(TaskRow.OPERATION_TEXT, Operation.valueOf(operation).words());
    }
  }

  /**
   * Sets the priority. This comes after the task's own class was called: it may have moved the due
   * date.
   */
  public void rank(DelegateTask task) {
    task.setPriority(
        TaskPriority.of(EngineDate.instant(task.getDueDate()), clock.instant()).number());
  }

  private @Nullable Instant hardDeadline(DelegateTask task) {
    return deadlines.stream()
        .filter(deadline -> deadline.tasks().contains(task.getTaskDefinitionKey()))
        .map(deadline -> deadline.of(order(task), task))
        .flatMap(Optional::stream)
        .min(Instant::compareTo)
        .orElse(null);
  }

  private ProvisioningOrder order(DelegateTask task) {
    return ProcessOrders.of(task.getProcessInstanceId(), orders);
  }

  /** An empty cell of the table says that there is no such time. */
  private static @Nullable Instant after(Instant now, @Nullable Object duration) {
    return duration instanceof String text && !text.isEmpty()
        ? now.plus(Duration.parse(text))
        : null;
  }
}
