package io.domainflow.sandbox.command.user;

import io.domainflow.sandbox.Basis;
import io.domainflow.sandbox.Behaviour;
import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.wire.Answer;
import io.domainflow.sandbox.wire.Code;
import io.domainflow.sandbox.wire.Refusal;
import io.domainflow.sandbox.wire.WireCall;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
@Behaviour(
    value = "EndSession ends the session it is called in",
    basis = Basis.DOCUMENTED,
    source = "API/USER/SESSION/ENDSESSION.md of the HEXONET API documentation")
@Behaviour(
    value = "EndSession without a session is 545",
    basis = Basis.INFERRED,
    source = "545 is among the codes of API/USER/SESSION/ENDSESSION.md",
    profileB = "200, as nothing is left to be ended")
class EndSessionHandler implements CommandHandler {

  @Override
  public String command() {
    return "EndSession";
  }

  @Override
  public Answer handle(WireCall call, Transaction transaction) {
    String session = call.credentials().session();
    if (session.isEmpty() && Profile.of(transaction) == Profile.A) {
      throw new Refusal(Code.NOT_FOUND, "no session is used");
    }
    transaction.remove(Table.SESSIONS, session);
    return Answer.of(Code.COMPLETED);
  }
}
