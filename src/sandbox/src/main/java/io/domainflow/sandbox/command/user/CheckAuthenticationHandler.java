package io.domainflow.sandbox.command.user;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Users;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Transaction;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CheckAuthenticationHandler implements CommandHandler {

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    String user = call.required("SUBUSER");
    if (!Users.isWithin(call.account(), user, transaction)) {
      throw new Refusal(
          Profile.of(transaction) == Profile.A
              ? Code.AUTHORIZATION_FAILED
              : Code.AUTHENTICATION_FAILED);
    }
    if (!Users.isPassword(user, call.required("PASSWORD"), transaction)) {
      throw new Refusal(Code.AUTHENTICATION_FAILED);
    }
    return Answer.of(Code.COMPLETED);
  }
}
