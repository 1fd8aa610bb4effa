package io.domainflow.sandbox.registry;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.RegisteredName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Knows the prices of a registered name. */
@Component("sandboxPrices")
@ConditionalOnSandbox
public class Prices {

  private static final BigDecimal TAX = new BigDecimal("1.19");
  private static final BigDecimal YEAR = BigDecimal.valueOf(12);
  private static final BigDecimal YEARS_OF_A_RESTORE = BigDecimal.valueOf(5);

  /** An amount in the currency in which it is charged. */
  public record Price(BigDecimal amount, String currency) {

    public String gross() {
      return Ledger.amount(amount.multiply(TAX));
    }

    /** The part of a year's price for a number of months. */
    public Price forMonths(int months) {
      return new Price(
          amount.multiply(BigDecimal.valueOf(months)).divide(YEAR, 2, RoundingMode.HALF_UP),
          currency);
    }

    public Price times(int years) {
      return new Price(amount.multiply(BigDecimal.valueOf(years)), currency);
    }
  }

  private final Zones zones;

  Prices(Zones zones) {
    this.zones = zones;
  }

  /** The price of another year of a name. */
  public Price year(RegisteredName name, Transaction transaction) {
    return transaction
        .find(Table.PREMIUM_CLASSES, name.subclass())
        .map(premium -> new Price(premium.renewalPrice(), premium.currency()))
        .orElseGet(
            () ->
                new Price(
                    zones.of(name.domain()).annual(),
                    Ledger.currency(name.accountOrThrow(), transaction)));
  }

  /** The price of a restore. */
  public Price restore(RegisteredName name, Transaction transaction) {
    Price year = year(name, transaction);
    return new Price(
        Optional.ofNullable(zones.policy(name.domain(), transaction).restorePrice())
            .orElseGet(() -> restore(year.amount())),
        year.currency());
  }

  /** The usual price of a restore, if no other was set up. */
  public static BigDecimal restore(BigDecimal annual) {
    return annual.multiply(YEARS_OF_A_RESTORE);
  }
}
