package io.domainflow.process.credit;

import io.domainflow.account.AccountBalances;
import io.domainflow.ispapi.command.StatusAccount;
import io.domainflow.model.Money;
import io.domainflow.process.worker.AccountStep;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarGateway;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Notes what could be spent when the credit was used up: too little for what was wanted, but not
 * always nothing. Only a rise means that somebody has paid.
 */
@Component
class NoteBalanceWorker implements Worker.OfAccount<StatusAccount.Result> {

  private final AccountBalances balances;

  NoteBalanceWorker(AccountBalances balances) {
    this.balances = balances;
  }

  @Override
  public String topic() {
    return "note-balance";
  }

  @Override
  public StatusAccount.Result ask(AccountStep step, RegistrarGateway registrar) {
    return registrar.ask(step.account(), new StatusAccount());
  }

  @Override
  public StepResult conclude(AccountStep step, StatusAccount.Result status) {
    status.balance().ifPresent(balance -> balances.read(step.account(), balance));
    return StepResult.done(
        Map.of(
            AccountOutOfCreditProcess.ACCOUNT,
            step.account(),
            AccountOutOfCreditProcess.AVAILABLE_THEN,
            status.available().map(Money::toString).orElse("not stated by the registrar"),
            AccountOutOfCreditProcess.AMOUNT_THEN,
            CheckBalanceWorker.amount(status)));
  }
}
