package io.domainflow.sandbox.command.user;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.AccessList;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.account.Logins;
import io.domainflow.sandbox.account.Users;
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
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CreateRoleUserHandler implements CommandHandler, Handler.Changing {

  private static final Pattern ROLE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final Ledger ledger;
  private final Clock clock;

  CreateRoleUserHandler(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    String account = Users.subject(call, transaction);
    String role = call.required("ROLEID");
    if (!ROLE.matcher(role).matches()) {
      throw new Refusal(Code.INVALID_SYNTAX, "ROLEID");
    }
    String key = RoleUser.key(account, role);
    if (transaction.find(Table.ROLE_USERS, key).isPresent()) {
      throw new Refusal(Code.NOT_UNIQUE, "ROLEID");
    }
    Instant now = clock.instant();
    transaction.put(
        Table.ROLE_USERS,
        new RoleUser(
            account,
            role,
            PasswordHash.of(key, call.required("PASSWORD")),
            call.list("DESCRIPTION"),
            AccessList.parse(call.list("ACL")).lines(),
            Logins.addresses(call),
            call.value("STATUS").orElse("ACTIVE"),
            call.value("DEFAULTPOLICY").orElse("DENY"),
            now,
            now));
    ledger.record(call, command(), null, BigDecimal.ZERO, now, transaction);
    return Answer.of(Code.COMPLETED);
  }
}
