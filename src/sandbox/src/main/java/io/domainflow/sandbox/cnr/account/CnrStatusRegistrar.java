package io.domainflow.sandbox.cnr.account;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.Platform;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.Account;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrStatusRegistrar implements CnrHandler {

  @Override
  public Parameters parameters() {
    return Parameters.none().optional("REGISTRAR");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    Account account = transaction.find(Table.ACCOUNTS, call.account()).orElseThrow();
    if (call.value("REGISTRAR").isEmpty() && Profile.of(transaction) == Profile.A) {
      throw new Refusal(Code.MISSING_ATTRIBUTE, "REGISTRAR");
    }
    if (!call.isAnyOr("REGISTRAR", Platform.login(account.login()))) {
      throw new Refusal(Code.AUTHORIZATION_FAILED);
    }
    return Answer.of(Code.COMPLETED)
        .with("currency", account.currency())
        .with("language", "en")
        .with("registrar", Platform.login(account.login()))
        .with("renewalmode", account.renewalMode());
  }
}
