package io.domainflow.sandbox.cnr.contact;

import io.domainflow.sandbox.Basis;
import io.domainflow.sandbox.Behaviour;
import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.wire.Answer;
import io.domainflow.sandbox.wire.Code;
import io.domainflow.sandbox.wire.WireCall;
import java.util.Locale;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
@Behaviour(
    value = "CNR CheckContact: 210 for a handle that nobody has, 211 for one that is there",
    basis = Basis.INVENTED)
class CnrCheckContact implements CnrHandler {

  @Override
  public String command() {
    return "CheckContact";
  }

  @Override
  public Parameters parameters() {
    return Parameters.requiring("CONTACT");
  }

  @Override
  public Answer handle(WireCall call, Transaction transaction) {
    String handle = call.required("CONTACT").toUpperCase(Locale.ROOT);
    return Answer.of(
        transaction.find(Table.CONTACTS, handle).isPresent()
            ? Code.DOMAIN_NOT_AVAILABLE
            : Code.DOMAIN_AVAILABLE);
  }
}
