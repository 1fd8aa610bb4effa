package io.domainflow.sandbox.command.user;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.Account;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class StatusAccountHandler implements CommandHandler {

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    Account account = transaction.find(Table.ACCOUNTS, call.account()).orElseThrow();
    return Answer.of(Code.COMPLETED)
        .with("AMOUNT", Ledger.amount(account.balance()))
        .with("CREDIT", Ledger.amount(account.creditLimit()))
        .with("CURRENCY", account.currency())
        .with("DEPOSIT", "0.00")
        .with("VAT", "19.00");
  }
}
