package io.domainflow.process.credit;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Lets the orders of an account that has credit again continue. */
@Component
class AccountToppedUpListener implements ExecutionListener {

  private final OutOfCreditAccounts accounts;

  AccountToppedUpListener(OutOfCreditAccounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public void notify(DelegateExecution execution) {
    accounts.resume(execution.getProcessBusinessKey());
  }
}
