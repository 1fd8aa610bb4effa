package io.domainflow.process.accountcheck;

import io.domainflow.account.AccountBalances;
import io.domainflow.model.Money;
import io.domainflow.registrar.RegistrarFailure.AccessRefused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ReadBalance;
import io.domainflow.registrar.command.ReadDefaultRenewalMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Checks an account. An unreachable registrar is not a finding: the worker gets the exception and
 * tries again later.
 */
@Component
class AccountCheck {

  private final NamesCheck names;
  private final AccountBalances balances;
  private final AccountCheckProperties properties;

  AccountCheck(NamesCheck names, AccountBalances balances, AccountCheckProperties properties) {
    this.names = names;
    this.balances = balances;
    this.properties = properties;
  }

  AccountCheckResult check(String account, RegistrarGateway registrar) {
    try {
      List<Finding> findings = new ArrayList<>();
      ReadBalance.Result money = registrar.ask(account, new ReadBalance());
      money.balance().ifPresent(balance -> balances.read(account, balance));
      balance(money).ifPresent(findings::add);
      renewalMode(registrar.ask(account, new ReadDefaultRenewalMode())).ifPresent(findings::add);
      return new AccountCheckResult(findings, names.check(account, registrar), Set.of());
    } catch (AccessRefused e) {
      return turnedAway(e.reason(), e.isAccountStopped() ? "stopped" : "refused");
    }
  }

  /** The result for an account that the registrar has stopped. */
  static AccountCheckResult stopped(String words) {
    return turnedAway("it has stopped the account (" + words + ")", "stopped");
  }

  private static AccountCheckResult turnedAway(String reason, String mark) {
    Finding login =
        new Finding(
            FindingKind.LOGIN,
            "The registrar does not let this account in: " + reason,
            List.of(),
            mark);
    return new AccountCheckResult(
        List.of(login), null, EnumSet.complementOf(EnumSet.of(FindingKind.LOGIN)));
  }

  // An amount that cannot be read is no finding.
  private Optional<Finding> balance(ReadBalance.Result account) {
    return account
        .available()
        .filter(money -> money.amount().compareTo(properties.lowestBalance()) < 0)
        .map(
            money ->
                new Finding(
                    FindingKind.BALANCE,
                    "The account has "
                        + money
                        + " left to spend, credit included; it should have at least "
                        + new Money(properties.lowestBalance(), money.currency())
                        + ".",
                    List.of(),
                    "low"));
  }

  private Optional<Finding> renewalMode(ReadDefaultRenewalMode.Result environment) {
    if (environment.renewalMode().filter(properties.renewalMode()::equals).isPresent()) {
      return Optional.empty();
    }
    String mode = environment.renewalMode().map(Enum::name).or(environment::stated).orElseThrow();
    return Optional.of(
        new Finding(
            FindingKind.RENEWAL_MODE,
            "New names of this account get the renewal mode "
                + mode
                + (environment.stated().isEmpty()
                    ? ", the registrar's own, because the account has no default"
                    : "")
                + "; it should be "
                + properties.renewalMode()
                + ".",
            List.of(),
            mode));
  }
}
