package io.domainflow.process.worker;

import io.domainflow.account.Accounts;
import io.domainflow.database.TransactionPlans;
import io.domainflow.order.Charged;
import io.domainflow.order.OrderPurchases;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.externaltask.ExternalTaskQueryBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Locks external tasks, and in the same transaction writes what will be asked: when it commits,
 * each change has its journal entry, and an order that may cost money says so.
 */
@Component
class ExternalTaskFetcher {

  private static final Logger log = LoggerFactory.getLogger(ExternalTaskFetcher.class);

  // The content comes from the order, never from variables: those can be overwritten.
  private static final String[] NO_VARIABLES = {};

  private static final int ACCOUNTS_AT_ONCE = 4;
  private static final Duration JUST_NOW = Duration.ofSeconds(5);

  private static final Duration TURN_PAUSE = Duration.ofSeconds(10);
  private static final Duration HELD_PAUSE = Duration.ofSeconds(1);

  private static final String NOT_SENT_NOW =
      "Nothing was sent this time; if an earlier attempt may have been carried out, a retry in"
          + " Cockpit looks it up first.";

  private static final Set<Code> TECHNICAL_WAITS =
      Set.of(Code.REGISTRAR_UNREACHABLE, Code.OUTCOME_UNKNOWN, Code.TECHNICAL_PROBLEM, Code.CREDIT);

  private final ExternalTaskService externalTasks;
  private final Orders orders;
  private final OrderPurchases purchases;
  private final InterruptedWaits interrupted;
  private final Accounts accounts;
  private final AccountCredit credit;
  private final Map<String, Worker<?>> workers;
  private final WorkerProperties properties;
  private final RetrySchedule schedule;
  private final DueTasks due;
  private final Clock clock;
  private final RegistrarGateway registrar;
  private final TransactionPlans plans;

  ExternalTaskFetcher(
      ExternalTaskService externalTasks,
      Orders orders,
      OrderPurchases purchases,
      InterruptedWaits interrupted,
      Accounts accounts,
      AccountCredit credit,
      List<Worker<?>> workers,
      WorkerProperties properties,
      RetrySchedule schedule,
      DueTasks due,
      Clock clock,
      RegistrarGateway registrar,
      TransactionPlans plans) {
    this.externalTasks = externalTasks;
    this.orders = orders;
    this.purchases = purchases;
    this.interrupted = interrupted;
    this.accounts = accounts;
    this.credit = credit;
    this.workers = new HashMap<>();
    for (Worker<?> worker : workers) {
      if (this.workers.put(worker.topic(), worker) != null) {
        throw new IllegalStateException("two workers have the topic " + worker.topic());
      }
    }
    this.properties = properties;
    this.schedule = schedule;
    this.due = due;
    this.clock = clock;
    this.registrar = registrar;
    this.plans = plans;
  }

  /**
   * Locks up to {@code most} tasks that are not already being worked on here.
   *
   * @param locked receives the tasks; if this fails, it is not known whether they are locked
   */
  @Transactional
  public Reservation lock(
      String workerId, int most, Predicate<String> beingWorked, List<LockedTask> locked) {
    Map<String, Integer> topics = due.byTopic(workers.keySet());
    if (topics.isEmpty()) {
      return Reservation.NONE;
    }
    // A single order is worked on before the many of a bulk. Among equal priorities the oldest
    // comes first: the tasks of a node that stopped must not wait behind newer ones.
    ExternalTaskQueryBuilder fetch =
        externalTasks
            .fetchAndLock()
            .workerId(workerId)
            .maxTasks(most)
            .usePriority(true)
            .orderByCreateTime()
            .asc()
            .subscribe();
    for (String topic : topics.keySet()) {
      fetch =
          fetch
              .topic(topic, properties.lockTime().toMillis())
              .variables(NO_VARIABLES)
              .localVariables();
    }
    List<ReservedTask> found = fetch.execute().stream().map(ReservedTask::of).toList();
    // includes what another node has locked meanwhile
    int all = topics.values().stream().mapToInt(Integer::intValue).sum();
    return prepare(found, all > found.size(), Duration.ZERO, workerId, beingWorked, locked);
  }

  /**
   * Like {@link #lock}, for accounts that are not among these and up to {@code ofEach} for each, in
   * turns. The engine's own locking does not know accounts; rows that another node is locking are
   * skipped.
   */
  @Transactional
  public Reservation lockOfOthers(
      String workerId,
      int ofEach,
      Set<String> accounts,
      Predicate<String> beingWorked,
      List<LockedTask> locked) {
    int most = ofEach * ACCOUNTS_AT_ONCE;
    long begun = System.nanoTime();
    List<ReservedTask> found = due.ofOthers(workers.keySet(), accounts, ofEach, most);
    Duration looked = Duration.ofNanos(System.nanoTime() - begun);
    for (ReservedTask task : found) {
      externalTasks.lock(task.id(), workerId, properties.lockTime().toMillis());
    }
    return prepare(found, found.size() == most, looked, workerId, beingWorked, locked);
  }

  private Reservation prepare(
      List<ReservedTask> found,
      boolean leavesSome,
      Duration looked,
      String workerId,
      Predicate<String> beingWorked,
      List<LockedTask> locked) {
    List<String> worked = new ArrayList<>();
    if (!found.isEmpty()) {
      plans.cacheFromNow();
    }
    for (ReservedTask task : found) {
      if (beingWorked.test(task.id())) {
        worked.add(task.id());
      } else {
        prepare(task, workerId).ifPresent(locked::add);
      }
    }
    return new Reservation(found.size(), worked, leavesSome, looked);
  }

  /**
   * The locked tasks.
   *
   * @param tasks how many, including those that cannot be worked on now
   * @param worked those of them that were being worked on already
   * @param leavesSome whether there may be more at this moment
   * @param looked how long the database took to find tasks of others
   */
  record Reservation(int tasks, List<String> worked, boolean leavesSome, Duration looked) {

    static final Reservation NONE = new Reservation(0, List.of(), false, Duration.ZERO);
  }

  /**
   * Removes the lock of a task that was locked just now; does nothing if the task has changed
   * since.
   */
  @Transactional
  public void takeBack(String task, String workerId) {
    Instant until = clock.instant().plus(properties.lockTime());
    if (due.isReserved(task, workerId, until.minus(JUST_NOW), until)) {
      externalTasks.unlock(task);
    }
  }

  /** Whether there is a worker for this topic. */
  boolean works(String topic) {
    return workers.containsKey(topic);
  }

  /**
   * Writes what a task that this transaction locks will ask. One that cannot be prepared must not
   * prevent work on the others.
   *
   * @return empty if it cannot be worked on now
   */
  Optional<LockedTask> prepare(ReservedTask task, String workerId) {
    Worker<?> worker = Objects.requireNonNull(workers.get(task.topic()), task.topic());
    return worker instanceof Worker.OfAccount<?> ofAccount
        ? prepareOfAccount(task, workerId, ofAccount)
        : prepareOfOrder(task, workerId, (Worker.OfOrder<?>) worker);
  }

  private Optional<LockedTask> prepareOfAccount(
      ReservedTask task, String workerId, Worker.OfAccount<?> worker) {
    AccountStep step = AccountStep.of(task.businessKey());
    if (accounts.find(step.account()).isEmpty()) {
      return refuse(
          task, workerId, "This step belongs to no account that exists. Nothing was sent.");
    }
    Work<?> work = new Work.OfAccount<>(worker, step);
    return Optional.of(locked(task, work, false));
  }

  private Optional<LockedTask> prepareOfOrder(
      ReservedTask task, String workerId, Worker.OfOrder<?> worker) {
    Optional<ProvisioningOrder> found;
    try {
      // Held until commit: a cancellation either comes before and removes the task, or waits and
      // sees that money is at stake. This does not wait for the lock: others that hold the order
      // may need its task.
      found = orders.lockByProcess(task.processInstance());
      if (found.isEmpty() && orders.findByProcess(task.processInstance()).isPresent()) {
        // left alone long enough for the node that holds the order to get its task
        externalTasks.extendLock(task.id(), workerId, HELD_PAUSE.toMillis());
        return Optional.empty();
      }
    } catch (RuntimeException e) {
      if (endsTransaction(e)) {
        throw e;
      }
      log.error("process instance {}: its order cannot be read", task.processInstance(), e);
      return refuse(task, workerId, "The order of this step cannot be read. " + NOT_SENT_NOW);
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
    } catch (RuntimeException e) {
      if (endsTransaction(e)) {
        throw e;
      }
      log.error("order {}: a step cannot be prepared", order.id(), e);
      String message =
          "This step cannot be prepared for a reason of our own. "
              + NOT_SENT_NOW
              + " The log has the details under order "
              + order.id()
              + ".";
      orders.waitingForRetry(
          order.id(), new WaitingFor(Who.OPERATOR, Code.TECHNICAL_PROBLEM, message, null, null));
      return refuse(task, workerId, message);
    }
  }

  // A missing row, or one too many, is the fault of this task alone.
  private static boolean endsTransaction(RuntimeException e) {
    return e instanceof DataAccessException
        && !(e instanceof IncorrectResultSizeDataAccessException);
  }

  // While an account is out of credit, its orders are checked and nothing is tried.
  private boolean isTriedAgain(ProvisioningOrder order) {
    Code code = order.waitingForOrThrow().code();
    return TECHNICAL_WAITS.contains(code)
        && !(code == Code.CREDIT && credit.isUsedUp(order.content().account()));
  }

  private static LockedTask locked(ReservedTask task, Work<?> work, boolean orderWaits) {
    return new LockedTask(
        task.id(), task.processInstance(), task.priority(), task.retries(), work, orderWaits);
  }

  private static boolean isWorked(Worker.OfOrder<?> worker, ProvisioningOrder order) {
    return order.status().isOpen()
        || (order.status() == OrderStatus.COMPLETED && worker.outlivesItsOrder());
  }

  private Optional<LockedTask> refuse(ReservedTask task, String workerId, String message) {
    externalTasks.handleFailure(task.id(), workerId, message, null, 0, 0);
    return Optional.empty();
  }

  /** Only one change of a name at a time, across all orders and nodes: this one waits its turn. */
  private Optional<LockedTask> postpone(ReservedTask task, String workerId) {
    externalTasks.handleFailure(
        task.id(),
        workerId,
        "Another order is changing the same name. Nothing was sent; this one continues after it.",
        null,
        schedule.retriesKept(task.retries()),
        TURN_PAUSE.toMillis());
    return Optional.empty();
  }

  private <A> Optional<Work<A>> work(Worker.OfOrder<A> worker, ProvisioningOrder order) {
    if (worker instanceof Worker.Asking<A> repeatable) {
      return Optional.of(new Work.Asking<>(repeatable, order));
    }
    Worker.Changing<A> changing = (Worker.Changing<A>) worker;
    Mutation<A> command = changing.prepare(order);
    Optional<Intent> intent = registrar.intend(order.id(), order.content().account(), command);
    if (intent.isPresent() && command.costsMoney()) {
      purchases.charged(order.id(), Charged.UNKNOWN);
    }
    return intent.map(entry -> new Work.Changing<>(changing, order, command, entry));
  }
}
