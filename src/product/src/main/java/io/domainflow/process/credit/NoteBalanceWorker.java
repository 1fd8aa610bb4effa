package io.domainflow.process.credit;

import io.domainflow.account.AccountBalances;
import io.domainflow.model.Money;
import io.domainflow.process.StepVariables;
import io.domainflow.process.worker.AccountStep;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ReadBalance;
import org.springframework.stereotype.Component;

/**
 * Records what could be spent when the credit was used up: too little for the purchase, but not
 * always nothing. Only an increase means that somebody has paid.
 */
@Component
class NoteBalanceWorker implements Worker.OfAccount<ReadBalance.Result> {

  private final AccountBalances balances;

  NoteBalanceWorker(AccountBalances balances) {
    this.balances = balances;
  }

  @Override
  public ReadBalance.Result ask(AccountStep step, RegistrarGateway registrar) {
    return registrar.ask(step.account(), new ReadBalance());
  }

  @Override
  public StepResult conclude(AccountStep step, ReadBalance.Result status) {
    status.balance().ifPresent(balance -> balances.read(step.account(), balance));
    return StepResult.done(
        StepVariables.of(
            AccountOutOfCreditProcess.ACCOUNT,
            step.account(),
            AccountOutOfCreditProcess.AVAILABLE_THEN,
            status.available().map(Money::toString).orElse("not stated by the registrar"),
            AccountOutOfCreditProcess.AMOUNT_THEN,
            CheckBalanceWorker.amount(status)));
  }
}
