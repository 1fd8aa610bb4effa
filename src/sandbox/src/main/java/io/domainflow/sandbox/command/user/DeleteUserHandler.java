package io.domainflow.sandbox.command.user;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.account.Users;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.command.Handler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import java.math.BigDecimal;
import java.time.Clock;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class DeleteUserHandler implements CommandHandler, Handler.Changing {

  private final Ledger ledger;
  private final Clock clock;

  DeleteUserHandler(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    String login = call.required("SUBUSER");
    if (login.equals(call.account()) || !Users.isWithin(call.account(), login, transaction)) {
      throw new Refusal(Code.INVALID_VALUE, "SUBUSER");
    }
    if (holdsSomething(login, transaction)) {
      throw new Refusal(Code.FAILED, "SUBUSER still has objects");
    }
    transaction.remove(Table.SUBUSERS, login);
    transaction.remove(Table.ACCOUNTS, login);
    StartSessionHandler.end(login, "", transaction);
    transaction.all(Table.ROLE_USERS).stream()
        .filter(role -> role.account().equals(login))
        .forEach(
            role -> {
              transaction.remove(Table.ROLE_USERS, role.key());
              StartSessionHandler.end(login, role.role(), transaction);
            });
    ledger.record(call, command(), null, BigDecimal.ZERO, clock.instant(), transaction);
    return Answer.of(Code.COMPLETED);
  }

  private static boolean holdsSomething(String login, Transaction transaction) {
    return !Users.below(login, transaction).isEmpty()
        || transaction.all(Table.NAMES).stream().anyMatch(name -> login.equals(name.account()))
        || transaction.all(Table.CONTACTS).stream().anyMatch(c -> c.account().equals(login))
        || transaction.all(Table.APPLICATIONS).stream().anyMatch(a -> a.account().equals(login));
  }
}
