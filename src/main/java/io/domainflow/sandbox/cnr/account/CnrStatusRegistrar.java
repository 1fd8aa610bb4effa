package io.domainflow.sandbox.cnr.account;

import io.domainflow.sandbox.Basis;
import io.domainflow.sandbox.Behaviour;
import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.Platform;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.Account;
import io.domainflow.sandbox.wire.Answer;
import io.domainflow.sandbox.wire.Code;
import io.domainflow.sandbox.wire.WireCall;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
@Behaviour(
    value =
        "CNR StatusRegistrar: registrar, currency, language, and renewalmode, which is what DEFAULT means"
            + " for a name",
    basis = Basis.INVENTED)
class CnrStatusRegistrar implements CnrHandler {

  @Override
  public String command() {
    return "StatusRegistrar";
  }

  @Override
  public Parameters parameters() {
    return Parameters.none();
  }

  @Override
  public Answer handle(WireCall call, Transaction transaction) {
    Account account = transaction.find(Table.ACCOUNTS, call.account()).orElseThrow();
    return Answer.of(Code.COMPLETED)
        .with("currency", account.currency())
        .with("language", "en")
        .with("registrar", Platform.login(account.login()))
        .with("renewalmode", account.renewalMode());
  }
}
