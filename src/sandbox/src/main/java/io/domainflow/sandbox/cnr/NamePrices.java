package io.domainflow.sandbox.cnr;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.registry.Availability;
import io.domainflow.sandbox.registry.Prices;
import io.domainflow.sandbox.registry.Zones;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.PremiumClass;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The actions on a name, and their prices. */
@Component("sandboxNamePrices")
@ConditionalOnSandbox
public class NamePrices {

  private static final int DECIMALS = 4;

  private final Availability availability;
  private final Zones zones;

  NamePrices(Availability availability, Zones zones) {
    this.availability = availability;
    this.zones = zones;
  }

  /** The actions that cost money. */
  public enum Action {
    ADD,
    TRANSFER,
    TRADE,
    RENEW,
    RESTORE;

    /** The action as a command: ADDDOMAIN. */
    public String command() {
      return name() + "DOMAIN";
    }

    /** Parses a word for an action: ADD, ADDDOMAIN, or EPP's CREATE. */
    public static Optional<Action> read(String text) {
      String word = text.toUpperCase(Locale.ROOT);
      if (word.equals("CREATE")) {
        return Optional.of(ADD);
      }
      return Arrays.stream(values())
          .filter(action -> word.equals(action.name()) || word.equals(action.command()))
          .findFirst();
    }
  }

  /**
   * The prices of a name.
   *
   * @param premium its class, if it has special prices
   * @param first price of the first year
   * @param annual price of any other year
   * @param currency currency of all prices
   */
  public record NamePrice(
      Optional<String> premium,
      BigDecimal first,
      BigDecimal annual,
      BigDecimal restore,
      BigDecimal trade,
      String currency) {

    /** The additional price of the first year. */
    public BigDecimal setup() {
      return first.subtract(annual);
    }

    /**
     * The price of an action for a number of years, which does not matter for a restore or a trade.
     */
    public BigDecimal of(Action action, int years) {
      BigDecimal period = annual.multiply(BigDecimal.valueOf(years));
      return switch (action) {
        case ADD -> setup().add(period);
        case RENEW, TRANSFER -> period;
        case RESTORE -> restore;
        case TRADE -> trade;
      };
    }
  }

  /** An amount in the format of names' prices: with four decimals. */
  public static String amount(BigDecimal amount) {
    return amount.setScale(DECIMALS, RoundingMode.HALF_UP).toPlainString();
  }

  /**
   * The prices of a name for the account of a call.
   *
   * @throws Refusal if it is not in a zone on offer
   */
  public NamePrice of(String domain, ReceivedCommand call, Transaction transaction) {
    Availability.Result finding = availability.of(domain, transaction);
    Optional<Availability.Premium> premium = finding.premium();
    BigDecimal year = finding.zone().annual();
    BigDecimal first = premium.map(Availability.Premium::price).orElse(year);
    BigDecimal annual =
        premium
            .map(
                own ->
                    transaction
                        .find(Table.PREMIUM_CLASSES, own.priceClass())
                        .map(PremiumClass::renewalPrice)
                        .orElse(own.price()))
            .orElse(year);
    Zones.Policy policy = zones.policy(domain, transaction);
    return new NamePrice(
        premium.map(Availability.Premium::priceClass),
        first,
        annual,
        Optional.ofNullable(policy.restorePrice()).orElseGet(() -> Prices.restore(annual)),
        policy.tradePrice(),
        premium
            .map(Availability.Premium::currency)
            .orElseGet(() -> Ledger.currency(call.account(), transaction)));
  }
}
