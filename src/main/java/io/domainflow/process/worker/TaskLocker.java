package io.domainflow.process.worker;

import io.domainflow.account.Accounts;
import io.domainflow.database.EngineTime;
import io.domainflow.order.Charged;
import io.domainflow.order.OrderStatus;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.WaitingFor.Who;
import io.domainflow.order.progress.InterruptedWaits;
import io.domainflow.process.worker.LockedTask.Work;
import io.domainflow.registrar.Intent;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.Mutation;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.externaltask.ExternalTaskQueryBuilder;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reserves external tasks, and in the same transaction writes what will be asked: when it commits,
 * each change has its journal entry, and an order whose money is at stake says so.
 */
@Component
class TaskLocker {

  private static final Logger log = LoggerFactory.getLogger(TaskLocker.class);

  // Facts come from the order, never from variables: those can be overwritten.
  private static final String[] NO_VARIABLES = {};

  private static final Duration TURN_PAUSE = Duration.ofSeconds(10);
  private static final Duration HELD_PAUSE = Duration.ofSeconds(1);

  private static final Set<Code> TECHNICAL_WAITS =
      Set.of(Code.REGISTRAR_UNREACHABLE, Code.OUTCOME_UNKNOWN, Code.TECHNICAL_PROBLEM, Code.CREDIT);

  private final ExternalTaskService externalTasks;
  private final Orders orders;
  private final InterruptedWaits interrupted;
  private final Accounts accounts;
  private final AccountCredit credit;
  private final Map<String, Worker<?>> workers;
  private final WorkerProperties properties;
  private final RetrySchedule schedule;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final RegistrarGateway registrar;

  TaskLocker(
      ExternalTaskService externalTasks,
      Orders orders,
      InterruptedWaits interrupted,
      Accounts accounts,
      AccountCredit credit,
      List<Worker<?>> workers,
      WorkerProperties properties,
      RetrySchedule schedule,
      JdbcClient jdbc,
      Clock clock,
      RegistrarGateway registrar) {
    this.externalTasks = externalTasks;
    this.orders = orders;
    this.interrupted = interrupted;
    this.accounts = accounts;
    this.credit = credit;
    this.workers = new HashMap<>();
    for (Worker<?> worker : workers) {
      add(worker.topic(), worker);
      worker.formerTopics().forEach(topic -> add(topic, worker));
    }
    this.properties = properties;
    this.schedule = schedule;
    this.jdbc = jdbc;
    this.clock = clock;
    this.registrar = registrar;
  }

  private void add(String topic, Worker<?> worker) {
    if (workers.put(topic, worker) != null) {
      throw new IllegalStateException("two workers have the topic " + topic);
    }
  }

  /**
   * Reserves up to {@code most} tasks that are not already being worked here.
   *
   * @param locked gets the tasks; if this fails, it is not known whether they are reserved
   */
  @Transactional
  public void lock(
      String workerId, int most, Predicate<String> beingWorked, List<LockedTask> locked) {
    List<String> topics = topicsWithTasks();
    if (topics.isEmpty()) {
      return;
    }
    // A single order before the many of a bulk; among their like the oldest first: what a node left
    // behind must not wait behind what came since.
    ExternalTaskQueryBuilder fetch =
        externalTasks
            .fetchAndLock()
            .workerId(workerId)
            .maxTasks(most)
            .usePriority(true)
            .orderByCreateTime()
            .asc()
            .subscribe();
    for (String topic : topics) {
      fetch =
          fetch
              .topic(topic, properties.lockTime().toMillis())
              .variables(NO_VARIABLES)
              .localVariables();
    }
    for (LockedExternalTask task : fetch.execute()) {
      if (!beingWorked.test(task.getId())) {
        prepare(task, workerId).ifPresent(locked::add);
      }
    }
  }

  /**
   * The topics that have something to be reserved. The engine builds its statement each time, at a
   * cost that grows with the number of topics; usually there is one or none.
   */
  private List<String> topicsWithTasks() {
    return jdbc
        .sql(
            """
            select distinct topic_name_ from act_ru_ext_task
            where (lock_exp_time_ is null or lock_exp_time_ <= :now)
              and (suspension_state_ is null or suspension_state_ = 1)
              and (retries_ is null or retries_ > 0)
            """)
        .param("now", EngineTime.at(clock.instant()))
        .query(String.class)
        .list()
        .stream()
        .filter(workers::containsKey)
        .toList();
  }

  /** One task that cannot be prepared must not keep the others from being worked. */
  private Optional<LockedTask> prepare(LockedExternalTask task, String workerId) {
    Worker<?> worker = workers.get(task.getTopicName());
    return worker instanceof Worker.OfAccount<?> ofAccount
        ? prepareOfAccount(task, workerId, ofAccount)
        : prepareOfOrder(task, workerId, (Worker.OfOrder<?>) worker);
  }

  private Optional<LockedTask> prepareOfAccount(
      LockedExternalTask task, String workerId, Worker.OfAccount<?> worker) {
    AccountStep step = AccountStep.of(task.getBusinessKey());
    if (accounts.find(step.account()).isEmpty()) {
      return refuse(
          task, workerId, "This step belongs to no account that exists. Nothing was sent.");
    }
    Work<?> work = new Work.OfAccount<>(worker, step);
    return Optional.of(locked(task, work, false));
  }

  private Optional<LockedTask> prepareOfOrder(
      LockedExternalTask task, String workerId, Worker.OfOrder<?> worker) {
    Optional<ProvisioningOrder> found;
    try {
      // Held until commit: a cancellation either comes before and takes the task away, or waits and
      // sees that money is at stake. Not waited for: others hold the order and want its task.
      found = orders.lockByProcess(task.getProcessInstanceId());
      if (found.isEmpty() && orders.findByProcess(task.getProcessInstanceId()).isPresent()) {
        // left alone for long enough that the node that holds it gets its task
        externalTasks.extendLock(task.getId(), workerId, HELD_PAUSE.toMillis());
        return Optional.empty();
      }
    } catch (IllegalStateException e) {
      log.error("process instance {}: its order cannot be read", task.getProcessInstanceId(), e);
      return refuse(task, workerId, "The order of this step cannot be read. Nothing was sent.");
    }
    if (found.filter(order -> isWorked(worker, order)).isEmpty()) {
      return refuse(task, workerId, "This step belongs to no open order. Nothing was sent.");
    }
    ProvisioningOrder order = found.get();
    try {
      Optional<? extends Work<?>> possible = work(worker, order);
      if (possible.isEmpty()) {
        return postpone(task, workerId);
      }
      Work<?> work = possible.get();
      boolean waits = order.status() == OrderStatus.WAITING;
      if (waits && isTriedAgain(order)) {
        interrupted.tries(order.id());
        waits = false;
      }
      return Optional.of(locked(task, work, waits));
    } catch (DataAccessException e) {
      throw e;
    } catch (RuntimeException e) {
      log.error("order {}: a step cannot be prepared", order.id(), e);
      String message =
          "This step cannot be prepared for a reason of our own; nothing was sent. The log has the"
              + " details under order "
              + order.id()
              + ".";
      orders.waitingForRetry(
          order.id(), new WaitingFor(Who.OPERATOR, Code.TECHNICAL_PROBLEM, message, null, null));
      return refuse(task, workerId, message);
    }
  }

  // While an account is out of credit, its orders are looked at and nothing is tried.
  private boolean isTriedAgain(ProvisioningOrder order) {
    Code code = order.waitingFor().code();
    return TECHNICAL_WAITS.contains(code)
        && !(code == Code.CREDIT && credit.isUsedUp(order.request().account()));
  }

  private static LockedTask locked(LockedExternalTask task, Work<?> work, boolean orderWaits) {
    return new LockedTask(
        task.getId(), task.getProcessInstanceId(), task.getRetries(), work, orderWaits);
  }

  private static boolean isWorked(Worker.OfOrder<?> worker, ProvisioningOrder order) {
    return order.status().isOpen()
        || (order.status() == OrderStatus.COMPLETED && worker.outlivesItsOrder());
  }

  private Optional<LockedTask> refuse(LockedExternalTask task, String workerId, String message) {
    externalTasks.handleFailure(task.getId(), workerId, message, null, 0, 0);
    return Optional.empty();
  }

  /** One change of a name at a time, over all orders and nodes: this one waits for its turn. */
  private Optional<LockedTask> postpone(LockedExternalTask task, String workerId) {
    externalTasks.handleFailure(
        task.getId(),
        workerId,
        "Another order is changing the same name. Nothing was sent; this one continues after it.",
        null,
        schedule.retriesKept(task.getRetries()),
        TURN_PAUSE.toMillis());
    return Optional.empty();
  }

  private <A> Optional<Work<A>> work(Worker.OfOrder<A> worker, ProvisioningOrder order) {
    if (worker instanceof Worker.Repeatable<A> repeatable) {
      return Optional.of(new Work.Asking<>(repeatable, order));
    }
    Worker.Changing<A> changing = (Worker.Changing<A>) worker;
    Mutation<A> command = changing.prepare(order);
    Optional<Intent> intent = registrar.intend(order.id(), order.request().account(), command);
    if (intent.isPresent() && command.costsMoney()) {
      orders.charged(order.id(), Charged.UNKNOWN);
    }
    return intent.map(entry -> new Work.Changing<>(changing, order, command, entry));
  }
}
