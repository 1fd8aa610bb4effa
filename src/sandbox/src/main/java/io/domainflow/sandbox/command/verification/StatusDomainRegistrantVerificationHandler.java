package io.domainflow.sandbox.command.verification;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.wire.Answer;
import io.domainflow.sandbox.wire.Code;
import io.domainflow.sandbox.wire.Refusal;
import io.domainflow.sandbox.wire.WireCall;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class StatusDomainRegistrantVerificationHandler implements CommandHandler {

  @Override
  public Answer handle(WireCall call, Transaction transaction) {
    throw new Refusal(Code.NOT_FOUND);
  }
}
