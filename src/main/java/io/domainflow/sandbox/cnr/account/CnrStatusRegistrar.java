package io.domainflow.sandbox.cnr.account;

import io.domainflow.sandbox.Basis;
import io.domainflow.sandbox.Behaviour;
import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.Platform;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.wire.Answer;
import io.domainflow.sandbox.wire.Code;
import io.domainflow.sandbox.wire.WireCall;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
@Behaviour(value = "CNR StatusRegistrar: registrar, currency, language", basis = Basis.INVENTED)
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
    return Answer.of(Code.COMPLETED)
        .with("currency", Ledger.currency(call.account(), transaction))
        .with("language", "en")
        .with("registrar", Platform.login(call.account()));
  }
}
