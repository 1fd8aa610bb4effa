package io.domainflow.process.worker;

import static java.util.stream.Collectors.toMap;

import io.domainflow.ispapi.command.Mutation;
import io.domainflow.order.Charged;
import io.domainflow.order.OrderStatus;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.process.OrderVariables;
import io.domainflow.process.worker.LockedTask.Work;
import io.domainflow.registrar.CommandJournal;
import io.domainflow.registrar.Intent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.externaltask.ExternalTaskQueryBuilder;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reserves external tasks, and in the same transaction writes what will be asked: when it commits,
 * each change has its journal entry, and an order whose money is at stake says so.
 */
@Component
class TaskLocker {

  private static final Set<Code> TECHNICAL_WAITS =
      Set.of(Code.REGISTRAR_UNREACHABLE, Code.OUTCOME_UNKNOWN, Code.TECHNICAL_PROBLEM);

  private final ExternalTaskService externalTasks;
  private final Orders orders;
  private final CommandJournal journal;
  private final Map<String, Worker<?>> workers;
  private final WorkerProperties properties;

  TaskLocker(
      ExternalTaskService externalTasks,
      Orders orders,
      CommandJournal journal,
      List<Worker<?>> workers,
      WorkerProperties properties) {
    this.externalTasks = externalTasks;
    this.orders = orders;
    this.journal = journal;
    this.workers = workers.stream().collect(toMap(Worker::topic, Function.identity()));
    this.properties = properties;
  }

  /** Reserves up to {@code most} tasks that are not already being worked here. */
  @Transactional
  List<LockedTask> lock(String workerId, int most, Predicate<String> beingWorked) {
    ExternalTaskQueryBuilder fetch = externalTasks.fetchAndLock(most, workerId);
    for (String topic : workers.keySet()) {
      fetch =
          fetch.topic(topic, properties.lockTime().toMillis()).variables(OrderVariables.ORDER_ID);
    }
    List<LockedTask> locked = new ArrayList<>();
    for (LockedExternalTask task : fetch.execute()) {
      if (!beingWorked.test(task.getId())) {
        locked.add(prepare(task));
      }
    }
    return locked;
  }

  private LockedTask prepare(LockedExternalTask task) {
    UUID orderId = UUID.fromString((String) task.getVariables().get(OrderVariables.ORDER_ID));
    // Held until commit: a cancellation either comes before and takes the task away, or waits and
    // sees that money is at stake.
    ProvisioningOrder order = orders.lock(orderId);
    if (order.status() == OrderStatus.WAITING
        && TECHNICAL_WAITS.contains(order.waitingFor().code())) {
      orders.inProgress(orderId);
    }
    return new LockedTask(
        task.getId(), task.getRetries(), order, work(workers.get(task.getTopicName()), order));
  }

  private <A> Work<A> work(Worker<A> worker, ProvisioningOrder order) {
    if (worker instanceof Worker.Reading<A> reading) {
      return new Work.Asking<>(reading);
    }
    Worker.Changing<A> changing = (Worker.Changing<A>) worker;
    Mutation<A> command = changing.prepare(order);
    Intent intent = journal.intend(order.id(), order.request().account(), command);
    if (command.costsMoney()) {
      orders.charged(order.id(), Charged.UNKNOWN);
    }
    return new Work.Changing<>(changing, command, intent);
  }
}
