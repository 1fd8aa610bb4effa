package io.domainflow.process.task;

import io.domainflow.order.OrderEvent.Kind;
import io.domainflow.order.OrderEvents;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor;
import io.domainflow.order.progress.OrderPreparers;
import io.domainflow.process.CurrentLogin;
import io.domainflow.process.OrderVariables;
import io.domainflow.process.ProcessOrders;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.springframework.stereotype.Component;

/**
 * Calls each {@link UserTask} and {@link AccountTask} as a task is created, shown and completed.
 */
@Component
public class UserTasks {

  private final Map<String, UserTask> ofOrders;
  private final Map<String, AccountTask> ofAccounts;
  private final Orders orders;
  private final OrderEvents events;
  private final OrderPreparers preparers;

  UserTasks(
      List<UserTask> ofOrders,
      List<AccountTask> ofAccounts,
      Orders orders,
      OrderEvents events,
      OrderPreparers preparers) {
    this.ofOrders = byId(ofOrders, UserTask::id);
    this.ofAccounts = byId(ofAccounts, AccountTask::id);
    this.orders = orders;
    this.events = events;
    this.preparers = preparers;
  }

  private static <T> Map<String, T> byId(List<T> tasks, Function<T, String> id) {
    return tasks.stream().collect(Collectors.toUnmodifiableMap(id, task -> task));
  }

  /** The task of an order with this id. */
  public Optional<UserTask> ofOrder(String id) {
    return Optional.ofNullable(ofOrders.get(id));
  }

  /** The task about an account with this id. */
  public Optional<AccountTask> ofAccount(String id) {
    return Optional.ofNullable(ofAccounts.get(id));
  }

  /** A task of an order was created. */
  public void opened(UserTask task, DelegateTask created) {
    forgetDecision(created);
    ProvisioningOrder order = ProcessOrders.of(created.getProcessInstanceId(), orders);
    Waits waits = task.waits(new OpenTask(created, order));
    TaskRow.about(created, waits.what());
    if (waits.who() != null && waits.code() != null) {
      orders.waiting(
          order.id(),
          new WaitingFor(waits.who(), waits.code(), waits.what(), waits.until(), created.getId()));
    }
  }

  /** A task about an account was created. */
  public void opened(AccountTask task, DelegateTask created) {
    forgetDecision(created);
    String subject = created.getExecution().getProcessBusinessKey();
    task.row(subject)
        .ifPresent(
            row -> {
              if (row.title() != null) {
                created.setName(created.getName() + ": " + row.title());
              }
              TaskRow.about(created, row.about());
            });
    task.opened(subject, created.getId());
  }

  // A decision from an earlier task must not be preselected in this one.
  private static void forgetDecision(DelegateTask task) {
    task.getExecution().removeVariable(OrderVariables.DECISION);
  }

  /**
   * A task of an order is completed.
   *
   * @param possible what can be decided; empty if there is no choice
   */
  public void completed(UserTask task, DelegateExecution execution, List<String> possible) {
    check(execution, possible);
    // A called process that has just been ended by somebody else no longer finds its order.
    ProvisioningOrder order =
        orders
            .findByProcess(execution.getProcessInstanceId())
            .map(found -> orders.lock(found.id()))
            .filter(locked -> locked.status().isOpen() || task.outlivesItsOrder())
            .orElseThrow(UserTasks::tooLate);
    Decision decision = new Decision(execution, order);
    if (!possible.isEmpty()) {
      note(decision);
    }
    task.decided(decision);
    if (task.isHandInOrder(decision)) {
      preparers.note(order, decision::login);
    }
  }

  private static InvalidRequestException tooLate() {
    return new InvalidRequestException(
        Status.CONFLICT,
        "Somebody else was faster: the task or its order has ended meanwhile, so there is nothing to"
            + " decide. Nothing was sent.");
  }

  /** A task about an account is completed. */
  public void completed(AccountTask task, DelegateExecution execution, List<String> possible) {
    check(execution, possible);
    task.decided(new AccountDecision(execution));
  }

  private static void check(DelegateExecution execution, List<String> possible) {
    if (!possible.isEmpty() && !possible.contains(execution.getVariable(OrderVariables.DECISION))) {
      throw new InvalidRequestException(
          Status.BAD_REQUEST,
          "Choose one of the answers of the form: decision must be one of "
              + String.join(", ", possible)
              + ". Nothing was done.");
    }
  }

  private void note(Decision decision) {
    ProvisioningOrder order = decision.order();
    CurrentLogin.inTheEngine()
        .ifPresent(
            login ->
                events.note(
                    order.id(),
                    Kind.TASK_COMPLETED,
                    decision.taskName() + ": " + decision.answer(),
                    login));
    if (order.waitingFor() != null && order.waitingFor().who().isOutside()) {
      orders.tries(order.id());
    } else {
      orders.inProgress(order.id());
    }
  }

  /** The values that the form of an order's task shows. */
  public Map<String, Object> shows(String id, ProvisioningOrder order) {
    return ofOrder(id).map(task -> task.shows(order)).orElse(Map.of());
  }
}
