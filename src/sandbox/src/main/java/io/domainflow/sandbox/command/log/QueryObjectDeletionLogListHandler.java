package io.domainflow.sandbox.command.log;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.wire.Answer;
import io.domainflow.sandbox.wire.WireCall;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class QueryObjectDeletionLogListHandler implements CommandHandler {

  @Override
  public Answer handle(WireCall call, Transaction transaction) {
    return QueryObjectLogListHandler.answer(
        QueryObjectLogListHandler.page(
            call,
            line -> line.type().equals("DELETE") && line.status().equals("SUCCESSFUL"),
            transaction));
  }
}
