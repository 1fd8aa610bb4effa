package io.domainflow.process.credit;

import io.domainflow.account.AccountBalances;
import io.domainflow.process.StepVariables;
import io.domainflow.process.worker.AccountStep;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ReadBalance;
import org.springframework.stereotype.Component;

/**
 * Reads what can be spent now. After an operator has said that the account was topped up, any
 * credit is enough; without that, only an increase counts: a remainder that was too small before
 * still is.
 */
@Component
class CheckBalanceWorker implements Worker.OfAccount<ReadBalance.Result> {

  private final OutOfCreditAccounts accounts;
  private final AccountBalances balances;

  CheckBalanceWorker(OutOfCreditAccounts accounts, AccountBalances balances) {
    this.accounts = accounts;
    this.balances = balances;
  }

  @Override
  public ReadBalance.Result ask(AccountStep step, RegistrarGateway registrar) {
    return registrar.ask(step.account(), new ReadBalance());
  }

  @Override
  public StepResult conclude(AccountStep step, ReadBalance.Result status) {
    status.balance().ifPresent(balance -> balances.read(step.account(), balance));
    double now = amount(status);
    return StepResult.done(
        StepVariables.of(
            AccountOutOfCreditProcess.CREDIT_AGAIN,
            now > 0,
            AccountOutOfCreditProcess.BALANCE_RISEN,
            now > accounts.amountThen(step.account())));
  }

  /** What can be spent; practically nothing if the registrar does not say. */
  static double amount(ReadBalance.Result status) {
    return status.available().map(money -> money.amount().doubleValue()).orElse(0.0);
  }
}
