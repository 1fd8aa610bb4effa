package io.domainflow.process.accountcheck;

import io.domainflow.account.Accounts;
import io.domainflow.process.StepVariables;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Starts a check for each account. An account whose last check is still running, because the
 * registrar is unreachable, gets no second one.
 */
@Component
class StartChecksDelegate implements JavaDelegate {

  private final Accounts accounts;

  StartChecksDelegate(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public void execute(DelegateExecution execution) {
    RuntimeService runtime = execution.getProcessEngineServices().getRuntimeService();
    accounts.names().forEach(account -> start(account, runtime));
  }

  private static void start(String account, RuntimeService runtime) {
    boolean underWay =
        runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(AccountCheckProcess.KEY)
                .processInstanceBusinessKey(account)
                .count()
            > 0;
    if (!underWay) {
      runtime.startProcessInstanceByMessage(
          AccountCheckProcess.MESSAGE_ACCOUNT_TO_CHECK,
          account,
          StepVariables.of(AccountCheckProcess.ACCOUNT, account));
    }
  }
}
