package io.domainflow.sandbox.command.user;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.command.Handler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.RoleUser;
import java.math.BigDecimal;
import java.time.Clock;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class DeleteRoleUserHandler implements CommandHandler, Handler.Changing {

  private final Ledger ledger;
  private final Clock clock;

  DeleteRoleUserHandler(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    RoleUser role = StatusRoleUserHandler.find(call, transaction);
    transaction.remove(Table.ROLE_USERS, role.key());
    StartSessionHandler.end(role.account(), role.role(), transaction);
    ledger.record(call, command(), null, BigDecimal.ZERO, clock.instant(), transaction);
    return Answer.of(Code.COMPLETED);
  }
}
