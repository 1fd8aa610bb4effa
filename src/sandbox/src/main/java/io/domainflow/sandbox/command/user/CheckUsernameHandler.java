package io.domainflow.sandbox.command.user;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Transaction;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CheckUsernameHandler implements CommandHandler {

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    String login = call.required("SUBUSER");
    AddUserHandler.refuseInvalid(login);
    if (AddUserHandler.isTaken(login, transaction)) {
      throw new Refusal(Code.NOT_UNIQUE, "SUBUSER");
    }
    return Answer.of(Code.COMPLETED);
  }
}
