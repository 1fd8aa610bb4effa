package io.domainflow.process.accountcheck;

import io.domainflow.process.StepVariables;
import io.domainflow.process.worker.AccountStep;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarGateway;
import org.springframework.stereotype.Component;

/** Checks an account again because somebody says that its finding has been dealt with. */
@Component
class CheckAgainWorker implements Worker.OfAccount<AccountCheckResult> {

  private final AccountCheck check;
  private final FindingTasks tasks;
  private final Findings findings;

  CheckAgainWorker(AccountCheck check, FindingTasks tasks, Findings findings) {
    this.check = check;
    this.tasks = tasks;
    this.findings = findings;
  }

  @Override
  public AccountCheckResult ask(AccountStep step, RegistrarGateway registrar) {
    if (FindingKey.of(step.businessKey()).kind() == FindingKind.LOGIN) {
      registrar.reactivate(step.account());
    }
    return check.check(step.account(), registrar);
  }

  @Override
  public StepResult conclude(AccountStep step, AccountCheckResult seen) {
    FindingKey key = FindingKey.of(step.businessKey());
    tasks.record(key.account(), seen);
    boolean lasts = findings.find(key.account(), key.kind()).isPresent();
    return StepResult.done(StepVariables.of(AccountFindingProcess.FINDING_LASTS, lasts));
  }
}
