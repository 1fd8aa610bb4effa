package io.domainflow.sandbox.cnr.dns;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.IspapiCommands;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.command.Handler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.state.Transaction;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrDeleteNameserver implements CnrHandler, Handler.Changing {

  private final IspapiCommands other;

  CnrDeleteNameserver(IspapiCommands other) {
    this.other = other;
  }

  @Override
  public Parameters parameters() {
    return Parameters.requiring("NAMESERVER");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    other.carryOut(command(), call, call.parameters(), transaction);
    return Answer.of(Code.COMPLETED);
  }
}
