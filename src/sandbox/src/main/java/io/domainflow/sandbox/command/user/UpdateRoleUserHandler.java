package io.domainflow.sandbox.command.user;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.AccessList;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.account.Logins;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.command.Handler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.PasswordHash;
import io.domainflow.sandbox.stored.RoleUser;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class UpdateRoleUserHandler implements CommandHandler, Handler.Changing {

  private final Ledger ledger;
  private final Clock clock;

  UpdateRoleUserHandler(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    if (call.value("OTPSECRET").isPresent()) {
      throw new Refusal(Code.FAILED, "OTPSECRET is not offered by the sandbox");
    }
    RoleUser old = StatusRoleUserHandler.find(call, transaction);
    Instant now = clock.instant();
    transaction.put(
        Table.ROLE_USERS,
        new RoleUser(
            old.account(),
            old.role(),
            call.value("PASSWORD")
                .map(password -> PasswordHash.of(old.key(), password))
                .orElse(old.passwordHash()),
            list(call, "DESCRIPTION", () -> call.list("DESCRIPTION"), old.description()),
            list(call, "ACL", () -> AccessList.parse(call.list("ACL")).lines(), old.acl()),
            list(call, "ALLOWEDIP", () -> Logins.addresses(call), old.allowedIps()),
            call.value("STATUS").orElse(old.status()),
            call.value("DEFAULTPOLICY").orElse(old.policy()),
            old.createdAt(),
            now));
    if (call.value("PASSWORD").isPresent() || call.value("STATUS").isPresent()) {
      StartSessionHandler.end(old.account(), old.role(), transaction);
    }
    ledger.record(call, command(), null, BigDecimal.ZERO, now, transaction);
    return Answer.of(Code.COMPLETED);
  }

  private static List<String> list(
      ReceivedCommand call, String parameter, Supplier<List<String>> given, List<String> old) {
    return call.parameters().containsKey(parameter + "0") ? given.get() : old;
  }
}
