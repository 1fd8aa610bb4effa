package io.domainflow.sandbox.command.log;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.state.Transaction;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class QueryObjectDeletionLogListHandler implements CommandHandler {

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    return QueryObjectLogListHandler.answer(
        QueryObjectLogListHandler.page(
            call,
            line -> line.type().equals("DELETE") && line.status().equals("SUCCESSFUL"),
            transaction));
  }
}
