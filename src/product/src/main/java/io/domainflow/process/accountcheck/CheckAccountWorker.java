package io.domainflow.process.accountcheck;

import io.domainflow.process.worker.AccountStep;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarGateway;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Checks one account, once a day. */
@Component
class CheckAccountWorker implements Worker.OfAccount<AccountCheckResult> {

  private final AccountCheck check;
  private final FindingTasks tasks;

  CheckAccountWorker(AccountCheck check, FindingTasks tasks) {
    this.check = check;
    this.tasks = tasks;
  }

  @Override
  public AccountCheckResult ask(AccountStep step, RegistrarGateway registrar) {
    return check.check(step.account(), registrar);
  }

  @Override
  public StepResult conclude(AccountStep step, AccountCheckResult seen) {
    tasks.record(step.account(), seen);
    return StepResult.done(Map.of());
  }
}
