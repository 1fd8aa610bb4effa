package io.domainflow.sandbox.cnr.dns;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.IspapiCommands;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Transaction;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrCheckNameserver implements CnrHandler {

  private final IspapiCommands other;

  CnrCheckNameserver(IspapiCommands other) {
    this.other = other;
  }

  @Override
  public Parameters parameters() {
    return Parameters.requiring("NAMESERVER");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    Code found = other.carryOut(command(), call, call.parameters(), transaction).code();
    if (Profile.of(transaction) == Profile.A) {
      return Answer.of(found);
    }
    return Answer.of(
        found == Code.NAMESERVER_AVAILABLE ? Code.DOMAIN_AVAILABLE : Code.DOMAIN_NOT_AVAILABLE);
  }
}
