package io.domainflow.sandbox.command.verification;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.command.Page;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.state.Transaction;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class QueryDomainPendingRegistrantVerificationListHandler implements CommandHandler {

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    return Page.of(List.of(), call).answer();
  }
}
