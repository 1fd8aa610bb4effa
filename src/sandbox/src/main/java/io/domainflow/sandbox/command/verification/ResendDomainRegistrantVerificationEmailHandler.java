package io.domainflow.sandbox.command.verification;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.Platform;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.RegisteredName;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class ResendDomainRegistrantVerificationEmailHandler implements CommandHandler {

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    RegisteredName name =
        transaction
            .find(Table.NAMES, call.domain())
            .filter(found -> Platform.same(found.account(), call.account()))
            .orElseThrow(() -> new Refusal(Code.NOT_FOUND));
    if (!call.account().equals(name.account())) {
      throw new Refusal(Code.AUTHORIZATION_FAILED);
    }
    throw new Refusal(Profile.of(transaction) == Profile.A ? Code.STATUS_FORBIDS : Code.NOT_FOUND);
  }
}
