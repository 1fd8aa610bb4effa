package io.domainflow.sandbox.cnr.account;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.Platform;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.Account;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrStatusAccount implements CnrHandler {

  @Override
  public Parameters parameters() {
    return Parameters.none();
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    Account account = transaction.find(Table.ACCOUNTS, call.account()).orElseThrow();
    return Answer.of(Code.COMPLETED)
        .with("amount", Ledger.amount(account.balance()))
        .with("credit", "0.00")
        .with("credit threshold", Ledger.amount(account.creditLimit()))
        .with("currency", account.currency())
        .with("registrar", Platform.login(account.login()))
        .with("vat", "0.00");
  }
}
