package io.domainflow.analysis;

import static io.domainflow.analysis.FigureColumn.amount;
import static io.domainflow.analysis.FigureColumn.count;
import static io.domainflow.analysis.FigureColumn.text;
import static io.domainflow.analysis.FigureColumn.time;

import io.domainflow.account.AccountBalances;
import io.domainflow.account.AccountBalances.Balance;
import io.domainflow.account.Accounts;
import io.domainflow.account.ResellerAccount;
import io.domainflow.process.worker.AccountCredit;
import io.domainflow.registrar.AccountStatuses;
import io.domainflow.registrar.AccountStatuses.Standing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What accounts can spend, as last stated, and how much of the registrar's quota they may use now.
 */
@Component
class AccountFigures implements Figure {

  private static final FigureHead HEAD =
      new FigureHead(
          "accounts",
          "Accounts",
          false,
          Set.of(),
          List.of(
              text("account", "Account"),
              text("system", "System"),
              amount("balance", "Balance"),
              text("currency", "Currency"),
              time("balanceReadAt", "Balance read at"),
              count("points", "Points used"),
              count("soft", "Points it may use"),
              count("hard", "Points at which the registrar turns it away"),
              text("held", "Why it is held back")));

  private static final String NO_CREDIT =
      "its credit is used up, so nothing that costs money is sent";

  private final Accounts accounts;
  private final AccountBalances balances;
  private final AccountStatuses standings;
  private final AccountCredit credit;

  AccountFigures(
      Accounts accounts,
      AccountBalances balances,
      AccountStatuses standings,
      AccountCredit credit) {
    this.accounts = accounts;
    this.balances = balances;
    this.standings = standings;
    this.credit = credit;
  }

  @Override
  public FigureHead head() {
    return HEAD;
  }

  @Override
  public FigureRows read(FigureCriteria criteria) {
    Map<String, Balance> known = balances.all();
    return FigureRows.all(
        accounts.all().stream()
            .map(account -> row(account, Optional.ofNullable(known.get(account.name()))))
            .toList());
  }

  private List<Object> row(ResellerAccount account, Optional<Balance> balance) {
    Standing standing = standings.of(account);
    boolean usedUp = credit.isUsedUp(account.name());
    String held =
        Stream.concat(standing.heldBack().stream(), usedUp ? Stream.of(NO_CREDIT) : Stream.empty())
            .collect(Collectors.joining("; "));
    return FigureRows.row(
        account.name(),
        account.system().name(),
        balance.map(stated -> stated.money().amount().toPlainString()).orElse(null),
        balance.map(stated -> stated.money().currency().getCurrencyCode()).orElse(null),
        balance.map(Balance::readAt).orElse(null),
        (long) standing.points(),
        (long) account.quota().soft(),
        (long) account.quota().hard(),
        held.isEmpty() ? null : held);
  }
}
