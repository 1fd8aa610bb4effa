package io.domainflow.registrar;

import io.domainflow.account.AccountBalances;
import io.domainflow.account.Accounts;
import io.domainflow.account.RegistrarSystem;
import io.domainflow.account.ResellerAccount;
import io.domainflow.ispapi.CallFailed;
import io.domainflow.ispapi.IspapiClient;
import io.domainflow.ispapi.command.CheckDomains;
import io.domainflow.ispapi.command.Query;
import io.domainflow.ispapi.command.StatusAccount;
import io.domainflow.ispapi.command.StatusDomain;
import io.domainflow.ispapi.command.StatusUser;
import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.ispapi.protocol.ResultCode;
import io.domainflow.model.DomainName;
import io.domainflow.model.Money;
import io.domainflow.registrar.ConnectionReport.Balance;
import io.domainflow.registrar.ConnectionReport.Cause;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Finds out whether an account can be used, and if not, why. Only asks, so that nothing is changed
 * or bought.
 *
 * <p>A wrong password, a password of the other system, an address that is not let in and a login
 * with a second factor are all 530 «Authentication failed» in the registrar's pages. They are told
 * apart as far as that is possible without sending a password anywhere else.
 */
@Component
public class ConnectionTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final DomainName SOME_NAME = DomainName.of("example.com");
  private static final Pattern ADDRESS =
      Pattern.compile("\\bIP\\b|\\baddress", Pattern.CASE_INSENSITIVE);
  private static final String NOTHING_CHANGED = " Nothing was changed or bought.";

  private final RegistrarConnection connection;
  private final Accounts accounts;
  private final AccountBalances balances;
  private final IspapiClient client;

  ConnectionTest(
      RegistrarConnection connection,
      Accounts accounts,
      AccountBalances balances,
      HttpClient ispapiHttpClient,
      RegistrarProperties properties) {
    this.connection = connection;
    this.accounts = accounts;
    this.balances = balances;
    Duration longest = properties.callTimeout();
    // A person waits for this one.
    this.client =
        new IspapiClient(ispapiHttpClient, longest.compareTo(PATIENCE) < 0 ? longest : PATIENCE);
  }

  /**
   * Asks the registrar under this login. Nothing is stored but the balance, if the account has this
   * login.
   */
  public ConnectionReport test(Accounts.Access access) {
    Finding finding = new Finding(access);
    try {
      return finding.ask();
    } catch (CallFailed e) {
      return finding.failed(e);
    }
  }

  /** One test under way. */
  private final class Finding {

    private final Accounts.Access access;
    private final ResellerAccount account;
    private final List<String> missingRights = new ArrayList<>();
    private String user;
    private Balance balance;

    Finding(Accounts.Access access) {
      this.access = access;
      this.account = access.account();
    }

    ConnectionReport ask() {
      StatusUser statusUser = new StatusUser();
      StatusAccount statusAccount = new StatusAccount();
      for (Query<?> query :
          List.of(
              statusUser,
              statusAccount,
              new CheckDomains(List.of(SOME_NAME)),
              new StatusDomain(SOME_NAME))) {
        IspapiResponse response = connection.send(client, access, query);
        Optional<ResultCode> code = ResultCode.of(response.code());
        if (code.isEmpty()) {
          return report(
              Cause.UNEXPECTED_ANSWER,
              "The registrar answered "
                  + query.name()
                  + " with "
                  + words(response)
                  + ", a code that is not documented.",
              response.code());
        }
        switch (code.get()) {
          case AUTHENTICATION_FAILED -> {
            return refused(response);
          }
          case USAGE_EXCEEDED, TOO_MANY_SESSIONS -> {
            return report(
                Cause.THROTTLED,
                "The registrar slows this account down ("
                    + words(response)
                    + "). Wait some minutes and test again; lower the quota marks if it happens"
                    + " often.",
                response.code());
          }
          case SERVER_ERROR, TRY_AGAIN, NO_SESSION, CONNECTION_CLOSED, COMMAND_FAILED -> {
            return report(
                Cause.REGISTRAR_BUSY,
                "The registrar cannot answer at present ("
                    + words(response)
                    + "). Test again later.",
                response.code());
          }
          case INVALID_ENTITY -> {
            return report(
                Cause.UNEXPECTED_ANSWER,
                "What answers at this address is not the "
                    + name(account.system())
                    + " ("
                    + words(response)
                    + "). Check the domainflow.ispapi addresses.",
                response.code());
          }
          case AUTHORIZATION_FAILED -> {
            // Of a name that somebody else holds, it may be said of the name alone.
            if (!(query instanceof StatusDomain)
                || ResultCode.kindOf(response, false) == ResultCode.Kind.LOGIN_REFUSED) {
              missingRights.add(query.name());
            }
          }
          case COMPLETED -> {
            if (query.equals(statusUser)) {
              user = statusUser.result(response).user();
            } else if (query.equals(statusAccount)) {
              StatusAccount.Result money = statusAccount.result(response);
              balance = balance(money);
              money.balance().filter(stated -> isStored()).ifPresent(this::keep);
            }
          }
          default -> {
            // any other answer shows that the login is accepted and may ask this
          }
        }
      }
      if (!missingRights.isEmpty()) {
        return report(
            Cause.MISSING_RIGHT,
            "The login is accepted, but its access list at the registrar forbids "
                + String.join(", ", missingRights)
                + " (531). Allow it for this role user, or use a login that may.",
            ResultCode.AUTHORIZATION_FAILED.code());
      }
      return report(
          Cause.GOOD,
          "The registrar accepts this login on the " + name(account.system()) + ".",
          ResultCode.COMPLETED.code());
    }

    // What is tried need not be what the account has, and is then the money of another.
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

    private ConnectionReport refused(IspapiResponse response) {
      Optional<RegistrarSystem> elsewhere = storedElsewhere();
      if (elsewhere.isPresent()) {
        return report(
            Cause.OTHER_SYSTEM,
            "The registrar refuses this login on the "
                + name(account.system())
                + " ("
                + words(response)
                + "). The same login and password are stored for an account on the "
                + name(elsewhere.get())
                + ": each system has passwords of its own. Enter the one of the "
                + name(account.system())
                + ".",
            response.code());
      }
      if (ADDRESS.matcher(response.description()).find()) {
        return report(
            Cause.ADDRESS_REFUSED,
            "The registrar does not let this address in ("
                + words(response)
                + "). Add the address of this machine, or the client address of the account, to"
                + " what the login allows at the registrar.",
            response.code());
      }
      return report(
          Cause.LOGIN_REFUSED,
          "The registrar refuses this login or password on the "
              + name(account.system())
              + " ("
              + words(response)
              + "). Check the password first. If it is right: it may belong to "
              + other(account.system())
              + ", as each system has passwords of its own; the login may be limited to other"
              + " addresses than "
              + (account.clientAddress() == null
                  ? "the one of this machine"
                  : account.clientAddress())
              + "; or it may want a one-time password, in which case a role user (account!role) is"
              + " needed.",
          response.code());
    }

    /** Compares with what is stored here; no password is sent to find this out. */
    private Optional<RegistrarSystem> storedElsewhere() {
      return accounts.allAccess().stream()
          .filter(stored -> stored.account().system() != account.system())
          .filter(stored -> stored.account().login().equals(account.login()))
          .filter(stored -> stored.password().equals(access.password()))
          .map(stored -> stored.account().system())
          .findFirst();
    }

    ConnectionReport failed(CallFailed failure) {
      String where = "The " + name(account.system());
      return switch (failure.trouble()) {
        case HOST_UNKNOWN ->
            report(
                Cause.HOST_UNKNOWN,
                where
                    + " cannot be reached: its host name is not known here. Check the"
                    + " domainflow.ispapi addresses and the name resolution of this machine.",
                null);
        case CONNECTION_REFUSED ->
            report(
                Cause.CONNECTION_REFUSED,
                where
                    + " cannot be reached: nothing answers at its address and port. Check the"
                    + " domainflow.ispapi addresses and the firewall.",
                null);
        case NO_SECURE_CONNECTION ->
            report(
                Cause.NO_SECURE_CONNECTION,
                where
                    + " has no certificate that this machine trusts. Check the"
                    + " domainflow.ispapi addresses and whether something stands in between.",
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
                    + name(account.system())
                    + " turned the request away ("
                    + failure.reason()
                    + ") before it came to the login. Check the domainflow.ispapi addresses and"
                    + " whether this machine's address is let in.",
                null);
        case UNUSABLE_ANSWER ->
            report(
                Cause.NOT_THE_REGISTRAR,
                "What answers in place of the "
                    + name(account.system())
                    + " is not the registrar's API ("
                    + failure.reason()
                    + "). Check the domainflow.ispapi addresses and whether a proxy stands in"
                    + " between.",
                null);
      };
    }

    private ConnectionReport report(Cause cause, String message, Integer code) {
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

  private static Balance balance(StatusAccount.Result money) {
    return new Balance(
        money.balance().map(ConnectionTest::plain).orElse(null),
        money.credit().map(ConnectionTest::plain).orElse(null),
        money.balance().map(amount -> amount.currency().getCurrencyCode()).orElse(null));
  }

  private static String plain(Money money) {
    return money.amount().toPlainString();
  }

  private static String name(RegistrarSystem system) {
    return switch (system) {
      case LIVE -> "live system";
      case OTE -> "test system (OT&E)";
      case SANDBOX -> "sandbox";
    };
  }

  private static String other(RegistrarSystem system) {
    return switch (system) {
      case LIVE -> "the " + name(RegistrarSystem.OTE);
      case OTE -> "the " + name(RegistrarSystem.LIVE);
      case SANDBOX -> "another system";
    };
  }

  private static String words(IspapiResponse response) {
    return response.code() + " " + response.description();
  }
}
