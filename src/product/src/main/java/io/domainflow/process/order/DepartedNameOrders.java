package io.domainflow.process.order;

import io.domainflow.model.DomainStatus;
import io.domainflow.order.Failure;
import io.domainflow.order.Failure.Reason;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.Operation;
import io.domainflow.order.domain.DomainLeftAccount;
import io.domainflow.order.domain.DomainOwnerChanged;
import io.domainflow.order.domain.OrderInWork;
import io.domainflow.order.domain.OrderedNames;
import io.domainflow.order.intake.CancellationRefused;
import io.domainflow.order.intake.OrderCancellation;
import io.domainflow.order.intake.OrderProcess;
import io.domainflow.process.EngineRights;
import io.domainflow.process.OrderVariables;
import io.domainflow.registrar.CommandJournal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Ends what is open for a name that was transferred away, in the transaction that records it. Where
 * the registrar does not say what happened to a name, the next checks are only brought forward: a
 * person finds out.
 *
 * <p>An order that waits for the registrar checks at once, so that its cost is what the registrar
 * says. Free orders, and any other that could be cancelled, fail here, wherever they wait. An order
 * that is just being sent ends with its own answer. What continues after a completed order, such as
 * the watch of a lock, checks at once and ends.
 */
@Component
class DepartedNameOrders {

  private static final Logger log = LoggerFactory.getLogger(DepartedNameOrders.class);

  /** These operations bring a name here, so they need not end because it is not here. */
  private static final Set<Operation> BRING_IT = EnumSet.of(Operation.REGISTER, Operation.TRANSFER);

  /** Their pending commands are of no use any longer, and were not paid for. */
  private static final Set<Operation> COST_NOTHING = EnumSet.of(Operation.UPDATE, Operation.REVERT);

  /** Tasks in which somebody decides how long to wait; to keep waiting means to check at once. */
  private static final String CHASE = "Task_ChaseRenewal";

  private static final String KEEP_WAITING = "KEEP_WAITING";

  private final Orders orders;
  private final CommandJournal journal;
  private final OrderedNames names;
  private final ImmediateCheck check;
  private final OrderProcess process;
  private final RegistryUpdateSignal news;
  private final TaskService tasks;
  private final EngineRights rights;

  DepartedNameOrders(
      Orders orders,
      CommandJournal journal,
      OrderedNames names,
      ImmediateCheck check,
      @Lazy OrderProcess process,
      RegistryUpdateSignal news,
      @Lazy TaskService tasks,
      EngineRights rights) {
    this.orders = orders;
    this.journal = journal;
    this.names = names;
    this.check = check;
    this.process = process;
    this.news = news;
    this.tasks = tasks;
    this.rights = rights;
  }

  @EventListener
  void gone(DomainLeftAccount gone) {
    if (gone.status() == DomainStatus.DELETED) {
      return;
    }
    rights.use(
        () -> {
          names.inWork(List.of(gone.domain())).stream()
              .filter(order -> order.account().equals(gone.account()))
              .filter(order -> !BRING_IT.contains(order.operation()))
              .map(OrderInWork::id)
              .forEach(order -> end(order, gone));
          check.ofCalled(gone.account(), gone.domain());
          return null;
        });
  }

  /** What was opened for the former owner is closed at once. */
  @EventListener
  void handedOver(DomainOwnerChanged given) {
    check.ofCalled(given.account(), given.domain());
  }

  private void end(UUID id, DomainLeftAccount gone) {
    ProvisioningOrder order = orders.lock(id);
    boolean left = gone.status() == DomainStatus.TRANSFERRED_AWAY;
    boolean endsHere = left && COST_NOTHING.contains(order.content().operation());
    if (!order.status().isOpen() || (!endsHere && looks(order.processInstanceId())) || !left) {
      return;
    }
    if (journal.isOpen(id)) {
      log.info("order {}: its name has left; the command that was sent ends the order", id);
      return;
    }
    try {
      if (!endsHere) {
        OrderCancellation.checkCancellable(order);
      }
    } catch (CancellationRefused e) {
      log.info("order {}: its name has left; its answer ends the order: {}", id, e.getMessage());
      return;
    }
    orders.recordFailure(id, left(order, gone));
    orders.fail(id);
    process.cancel(order);
  }

  // Each of these makes the process check once; one that the order waits for is enough.
  private boolean looks(@Nullable String instance) {
    return news.tell(instance) || check.of(instance) || keepsWaiting(instance);
  }

  private boolean keepsWaiting(@Nullable String instance) {
    Task chase =
        tasks.createTaskQuery().processInstanceId(instance).taskDefinitionKey(CHASE).singleResult();
    if (chase == null) {
      return false;
    }
    tasks.complete(chase.getId(), Map.of(OrderVariables.DECISION, KEEP_WAITING));
    return true;
  }

  private static Failure left(ProvisioningOrder order, DomainLeftAccount gone) {
    return new Failure(
        Reason.TRANSFERRED_AWAY,
        order.content().domain().unicode()
            + " has left this account: "
            + gone.how()
            + ". Nothing was bought. Its present holder decides about it.",
        null);
  }
}
