package io.domainflow.sandbox.command.verification;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.command.Page;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.wire.Answer;
import io.domainflow.sandbox.wire.WireCall;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class QueryDomainPendingRegistrantVerificationListHandler implements CommandHandler {

  @Override
  public Answer handle(WireCall call, Transaction transaction) {
    return Page.of(List.of(), call).answer();
  }
}
