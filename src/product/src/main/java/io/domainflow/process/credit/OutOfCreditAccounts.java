package io.domainflow.process.credit;

import io.domainflow.order.progress.OrdersAwaitingCredit;
import io.domainflow.process.worker.AccountCredit;
import io.domainflow.process.worker.ExternalTaskPoller;
import java.util.Optional;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Knows which accounts are out of credit: those whose process is running. Nothing else is stored,
 * and an administrator who ends the process in Cockpit lets the orders continue.
 */
@Component
class OutOfCreditAccounts implements AccountCredit {

  private final RuntimeService runtime;
  private final TaskService tasks;
  private final ExternalTaskService externalTasks;
  private final JdbcClient jdbc;
  private final OrdersAwaitingCredit waits;
  private final ObjectProvider<ExternalTaskPoller> poller;

  OutOfCreditAccounts(
      @Lazy RuntimeService runtime,
      @Lazy TaskService tasks,
      @Lazy ExternalTaskService externalTasks,
      JdbcClient jdbc,
      OrdersAwaitingCredit waits,
      ObjectProvider<ExternalTaskPoller> poller) {
    this.runtime = runtime;
    this.tasks = tasks;
    this.externalTasks = externalTasks;
    this.jdbc = jdbc;
    this.waits = waits;
    this.poller = poller;
  }

  @Override
  public boolean isUsedUp(String account) {
    // Asked before everything that costs money, and the engine's own query is expensive. Also asked
    // for a client, who has no permission to see that process.
    return jdbc.sql(
            """
            select exists(
              select 1 from act_ru_execution i join act_re_procdef d on d.id_ = i.proc_def_id_
              where i.business_key_ = ? and d.key_ = ? and i.parent_id_ is null)
            """)
        .params(account, AccountOutOfCreditProcess.KEY)
        .query(Boolean.class)
        .single();
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean isStillUsedUp(String account) {
    waits.hold(account);
    return isUsedUp(account);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<String> usedUp(String account) {
    if (!isStillUsedUp(account)) {
      runtime.startProcessInstanceByKey(AccountOutOfCreditProcess.KEY, account);
    }
    return Optional.ofNullable(
            tasks
                .createTaskQuery()
                .processInstanceBusinessKey(account)
                .taskDefinitionKey(AccountOutOfCreditProcess.TASK_ACCOUNT_OUT_OF_CREDIT)
                .singleResult())
        .map(Task::getId);
  }

  /** What could be spent when the credit was used up, in the account's currency. */
  double amountThen(String account) {
    return runtime
        .createVariableInstanceQuery()
        .processInstanceIdIn(
            runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(AccountOutOfCreditProcess.KEY)
                .processInstanceBusinessKey(account)
                .singleResult()
                .getId())
        .variableName(AccountOutOfCreditProcess.AMOUNT_THEN.name())
        .list()
        .stream()
        .map(variable -> AccountOutOfCreditProcess.AMOUNT_THEN.cast(variable.getValue()))
        .findFirst()
        .orElse(0.0);
  }

  /**
   * Retries every order that waits for credit. One that is about to wait looks again after the end
   * of this transaction.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void resume(String account) {
    waits.hold(account);
    waits
        .of(account)
        .forEach(
            order ->
                externalTasks
                    .createExternalTaskQuery()
                    .processInstanceId(order.processInstanceId())
                    .list()
                    .forEach(step -> externalTasks.unlock(step.getId())));
    poller.ifAvailable(ExternalTaskPoller::wake);
  }
}
