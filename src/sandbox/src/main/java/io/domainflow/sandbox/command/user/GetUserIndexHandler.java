package io.domainflow.sandbox.command.user;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Users;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Transaction;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class GetUserIndexHandler implements CommandHandler {

  private static final String REGISTRAR = "SYSTEM";
  private static final int LOWEST = 100_000;
  private static final int NUMBERS = 900_000;

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    String user = call.value("USER").orElse(call.account());
    if (!Users.isWithin(call.account(), user, transaction)) {
      throw new Refusal(Code.AUTHORIZATION_FAILED);
    }
    return Answer.of(Code.COMPLETED)
        .with("PARENTUSERINDEX", index(Users.parent(user, transaction).orElse(REGISTRAR)))
        .with("USERINDEX", index(user));
  }

  private static String index(String user) {
    return Integer.toString(LOWEST + Math.floorMod(user.hashCode(), NUMBERS));
  }
}
