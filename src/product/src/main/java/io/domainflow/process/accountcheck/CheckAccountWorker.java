package io.domainflow.process.accountcheck;

import io.domainflow.process.worker.AccountStep;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarGateway;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Checks one account, once a day. */
@Component
class CheckAccountWorker implements Worker.OfAccount<Seen> {

  private final AccountLook look;
  private final FindingTasks tasks;

  CheckAccountWorker(AccountLook look, FindingTasks tasks) {
    this.look = look;
    this.tasks = tasks;
  }

  @Override
  public Seen ask(AccountStep step, RegistrarGateway registrar) {
    return look.look(step.account(), registrar);
  }

  @Override
  public StepResult conclude(AccountStep step, Seen seen) {
    tasks.record(step.account(), seen);
    return StepResult.done(Map.of());
  }
}
