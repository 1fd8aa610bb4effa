package io.domainflow.registrar;

import io.domainflow.account.AccountBalances;
import io.domainflow.account.Accounts;
import io.domainflow.account.Platform;
import io.domainflow.account.RegistrarSystem;
import io.domainflow.account.ResellerAccount;
import io.domainflow.model.DomainName;
import io.domainflow.model.Money;
import io.domainflow.registrar.Answer.Kind;
import io.domainflow.registrar.Answer.Load;
import io.domainflow.registrar.ConnectionReport.Balance;
import io.domainflow.registrar.ConnectionReport.Cause;
import io.domainflow.registrar.command.CheckDomains;
import io.domainflow.registrar.command.Query;
import io.domainflow.registrar.command.ReadAccount;
import io.domainflow.registrar.command.ReadBalance;
import io.domainflow.registrar.command.ReadDomain;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds out whether an account can be used, and if not, why. It only reads, so nothing is changed
 * or bought.
 *
 * <p>A wrong password, a password of the other system, an address that is not allowed and a login
 * with a second factor all result in 530 «Authentication failed» according to the registrar's
 * pages. They are distinguished as far as possible without sending a password anywhere else.
 */
@Component
public class ConnectionCheck {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final DomainName SOME_NAME = DomainName.of("example.com");
  private static final String NOTHING_CHANGED = " Nothing was changed or bought.";

  private final RegistrarConnection connection;
  private final Accounts accounts;
  private final AccountBalances balances;
  private final Dialects dialects;
  private final Duration longest;

  ConnectionCheck(
      RegistrarConnection connection,
      Accounts accounts,
      AccountBalances balances,
      Dialects dialects,
      RegistrarProperties properties) {
    this.connection = connection;
    this.accounts = accounts;
    this.balances = balances;
    this.dialects = dialects;
    // A person is waiting for this check.
    this.longest =
        properties.callTimeout().compareTo(PATIENCE) < 0 ? properties.callTimeout() : PATIENCE;
  }

  /**
   * Calls the registrar with this login. Only the balance is stored, and only if the account has
   * this login.
   */
  public ConnectionReport test(Accounts.Access access) {
    Trial trial = new Trial(access);
    try {
      return trial.ask();
    } catch (CallFailed e) {
      return trial.failed(e);
    }
  }

  /** One check in progress. */
  private final class Trial {

    private final Accounts.Access access;
    private final ResellerAccount account;
    private final List<String> missingRights = new ArrayList<>();
    private @Nullable String user;
    private @Nullable Balance balance;
    private @Nullable Integer rightMissing;
    private @Nullable Integer accepted;

    Trial(Accounts.Access access) {
      this.access = access;
      this.account = access.account();
    }

    ConnectionReport ask() {
      for (Query<?> query :
          List.of(
              new ReadAccount(),
              new ReadBalance(),
              new CheckDomains(List.of(SOME_NAME)),
              new ReadDomain(SOME_NAME))) {
        Answer<?> answer = connection.send(access, query, longest);
        Optional<ConnectionReport> verdict = judge(query, answer);
        if (verdict.isPresent()) {
          return verdict.get();
        }
      }
      if (isStored()) {
        connection.answersAgain(account.name());
      }
      if (!missingRights.isEmpty()) {
        return report(
            Cause.MISSING_RIGHT,
            "The login is accepted, but its access list at the registrar forbids "
                + String.join(", ", missingRights)
                + " ("
                + rightMissing
                + "). Allow it for this role user, or use a login that may.",
            rightMissing);
      }
      return report(
          Cause.GOOD,
          "The registrar accepts this login on the " + account.system().title() + ".",
          accepted);
    }

    /** Judges one answer; empty if it shows no problem with the account. */
    private Optional<ConnectionReport> judge(Query<?> query, Answer<?> answer) {
      if (!answer.documented()) {
        return Optional.of(
            report(
                Cause.UNEXPECTED_ANSWER,
                "The registrar answered "
                    + dialects.of(account).nameOf(query)
                    + " with "
                    + words(answer)
                    + ", a code that is not documented.",
                answer.code()));
      }
      if (answer.saysAccountIsStopped()) {
        return Optional.of(stopped(answer));
      }
      if (answer.reason() == RefusalReason.LOGIN || answer.reason() == RefusalReason.ADDRESS) {
        return Optional.of(refused(answer));
      }
      if (answer.load() != Load.FINE) {
        return Optional.of(
            report(
                Cause.THROTTLED,
                "The registrar slows this account down ("
                    + words(answer)
                    + "). Wait some minutes and test again; lower the quota marks if it happens"
                    + " often.",
                answer.code()));
      }
      if (answer.kind() == Kind.TRY_LATER) {
        return Optional.of(
            report(
                Cause.REGISTRAR_BUSY,
                "The registrar cannot answer at present (" + words(answer) + "). Test again later.",
                answer.code()));
      }
      if (answer.reason() == RefusalReason.OTHER_SYSTEM) {
        return Optional.of(
            report(
                Cause.UNEXPECTED_ANSWER,
                "What answers at this address is not the "
                    + account.system().title()
                    + " ("
                    + words(answer)
                    + "). Check the "
                    + addresses(account)
                    + ".",
                answer.code()));
      }
      // For a name that somebody else holds, the refusal may concern only the name.
      boolean mayNot =
          answer.reason() == RefusalReason.RIGHT_MISSING
              || (answer.reason() == RefusalReason.OF_ANOTHER_ACCOUNT
                  && !(query instanceof ReadDomain));
      if (mayNot) {
        missingRights.add(dialects.of(account).nameOf(query));
        rightMissing = answer.code();
      } else if (answer.kind() == Kind.SUCCESS) {
        accepted = answer.code();
        take(answer.resultOrThrow());
      }
      return Optional.empty();
    }

    private void take(Object stated) {
      if (stated instanceof ReadAccount.Result whose) {
        user = whose.user();
      } else if (stated instanceof ReadBalance.Result money) {
        balance = balance(money);
        money.balance().filter(amount -> isStored()).ifPresent(this::keep);
      }
    }

    // The tested login may differ from the account's; then the balance belongs to another account.
    private boolean isStored() {
      return accounts
          .find(account.name())
          .filter(stored -> stored.login().equals(account.login()))
          .filter(stored -> stored.system() == account.system())
          .isPresent();
    }

    private void keep(Money stated) {
      balances.read(account.name(), stated);
    }

    private ConnectionReport refused(Answer<?> answer) {
      if (answer.reason() == RefusalReason.ADDRESS) {
        return report(
            Cause.ADDRESS_REFUSED,
            "The registrar does not let this address in ("
                + words(answer)
                + "). "
                + allowTheAddress(),
            answer.code());
      }
      Optional<RegistrarSystem> elsewhere = storedElsewhere();
      if (elsewhere.isPresent()) {
        return report(
            Cause.OTHER_SYSTEM,
            "The registrar refuses this login on the "
                + account.system().title()
                + " ("
                + words(answer)
                + "). The same login and password are stored for an account on the "
                + elsewhere.get().title()
                + ": each system has passwords of its own. Enter the one of the "
                + account.system().title()
                + ".",
            answer.code());
      }
      return report(
          Cause.LOGIN_REFUSED,
          "The registrar refuses this login or password on the "
              + account.system().title()
              + " ("
              + words(answer)
              + "). Check the password first. If it is right: it may belong to "
              + other(account.system())
              + ", as each system has passwords of its own; the login may be limited to other"
              + " addresses than "
              + (account.clientAddress() == null
                  ? "the one of this machine"
                  : account.clientAddress())
              + "; or it may want a one-time password, in which case a role user (account"
              + account.system().platform().roleMark()
              + "role) is needed.",
          answer.code());
    }

    private String allowTheAddress() {
      return switch (account.system().platform()) {
        case ISPAPI ->
            "Add the address of this machine, or the client address of the account, to what the"
                + " login allows at the registrar.";
        case CNR ->
            "Add the address of this machine to those from which the account and its user may use"
                + " the API, in the security settings of the registrar's control panel.";
      };
    }

    private ConnectionReport stopped(Answer<?> answer) {
      if (isStored()) {
        connection.stopped(account, answer);
      }
      return report(
          Cause.ACCOUNT_STOPPED,
          "The registrar has stopped this account ("
              + words(answer)
              + "). No calls are made for its orders until this is cleared up with the registrar."
              + " Then test again: once the registrar lets the account in, they continue.",
          answer.code());
    }

    /** Compares the credentials with stored ones; no password is sent for this. */
    private Optional<RegistrarSystem> storedElsewhere() {
      return accounts.allAccess().stream()
          .filter(stored -> stored.account().system() != account.system())
          .filter(stored -> stored.account().login().equals(account.login()))
          .filter(stored -> stored.password().equals(access.password()))
          .map(stored -> stored.account().system())
          .findFirst();
    }

    ConnectionReport failed(CallFailed failure) {
      String where = "The " + account.system().title();
      return switch (failure.trouble()) {
        case HOST_UNKNOWN ->
            report(
                Cause.HOST_UNKNOWN,
                where
                    + " cannot be reached: its host name is not known here. Check the "
                    + addresses(account)
                    + " and the name resolution of this machine.",
                null);
        case CONNECTION_REFUSED ->
            report(
                Cause.CONNECTION_REFUSED,
                where
                    + " cannot be reached: nothing answers at its address and port. Check the "
                    + addresses(account)
                    + " and the firewall.",
                null);
        case NO_SECURE_CONNECTION ->
            report(
                Cause.NO_SECURE_CONNECTION,
                where
                    + " has no certificate that this machine trusts. Check the "
                    + addresses(account)
                    + " and whether something stands in between.",
                null);
        case NO_CONNECTION_IN_TIME, NO_ANSWER_IN_TIME ->
            report(
                Cause.NO_ANSWER_IN_TIME,
                where + " does not answer in time (" + failure.reason() + "). Test again later.",
                null);
        case CONNECTION_LOST, SHUTDOWN ->
            report(
                Cause.CONNECTION_LOST,
                where + " closed the connection without an answer. Test again later.",
                null);
        case TURNED_AWAY ->
            report(
                Cause.ADDRESS_REFUSED,
                "The web server of the "
                    + account.system().title()
                    + " turned the request away ("
                    + failure.reason()
                    + ") before it came to the login. Check the "
                    + addresses(account)
                    + " and whether this machine's address is allowed.",
                null);
        case UNUSABLE_ANSWER ->
            report(
                Cause.NOT_THE_REGISTRAR,
                "What answers in place of the "
                    + account.system().title()
                    + " is not the registrar's API ("
                    + failure.reason()
                    + "). Check the "
                    + addresses(account)
                    + " and whether a proxy stands in between.",
                null);
      };
    }

    private ConnectionReport report(Cause cause, String message, @Nullable Integer code) {
      return new ConnectionReport(
          cause == Cause.GOOD,
          cause,
          message + NOTHING_CHANGED,
          account.system(),
          account.login(),
          user,
          balance,
          missingRights,
          code);
    }
  }

  private static Balance balance(ReadBalance.Result money) {
    return new Balance(
        money.balance().map(ConnectionCheck::plain).orElse(null),
        money.credit().map(ConnectionCheck::plain).orElse(null),
        money.balance().map(amount -> amount.currency().getCurrencyCode()).orElse(null));
  }

  private static String plain(Money money) {
    return money.amount().toPlainString();
  }

  private static String other(RegistrarSystem system) {
    String other =
        switch (system.stage()) {
          case LIVE -> "the test system (OT&E)";
          case TEST -> "the live system";
          case SANDBOX -> "another system";
        };
    return system.platform() == Platform.ISPAPI
        ? other
        : other + " or to " + Platform.ISPAPI.title();
  }

  /** The properties that configure the addresses of an account's systems. */
  private static String addresses(ResellerAccount account) {
    return switch (account.system().platform()) {
      case ISPAPI -> "domainflow.ispapi addresses";
      case CNR -> "domainflow.cnr addresses";
    };
  }

  private static String words(Answer<?> answer) {
    return answer.code() + " " + answer.words();
  }
}
