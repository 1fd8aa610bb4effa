package io.domainflow.sandbox.command.user;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.account.Logins;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.command.Handler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.Account;
import io.domainflow.sandbox.stored.PasswordHash;
import io.domainflow.sandbox.stored.SubUser;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class AddUserHandler implements CommandHandler, Handler.Changing {

  private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{2,63}");

  private final Ledger ledger;
  private final Clock clock;

  AddUserHandler(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    String login = call.required("SUBUSER");
    refuseInvalid(login);
    if (isTaken(login, transaction)) {
      throw new Refusal(
          Profile.of(transaction) == Profile.A ? Code.INVALID_VALUE : Code.NOT_UNIQUE, "SUBUSER");
    }
    Instant now = clock.instant();
    transaction.put(
        Table.SUBUSERS,
        new SubUser(
            login,
            call.account(),
            PasswordHash.of(login, call.required("PASSWORD")),
            call.required("VAT"),
            Logins.addresses(call),
            now));
    transaction.put(
        Table.ACCOUNTS,
        new Account(
            login,
            BigDecimal.ZERO,
            call.value("CREDIT").map(BigDecimal::new).orElse(BigDecimal.ZERO),
            call.required("CURRENCY"),
            "AUTORENEW",
            false,
            true));
    ledger.record(call, command(), null, BigDecimal.ZERO, now, transaction);
    return Answer.of(Code.COMPLETED);
  }

  /**
   * Checks the form of a sub-user's name.
   *
   * @throws Refusal 541 if the name is invalid
   */
  static void refuseInvalid(String login) {
    if (!LOGIN.matcher(login).matches()) {
      throw new Refusal(Code.INVALID_VALUE, "SUBUSER");
    }
  }

  static boolean isTaken(String login, Transaction transaction) {
    return login.equals(Account.ELSEWHERE) || transaction.find(Table.ACCOUNTS, login).isPresent();
  }
}
