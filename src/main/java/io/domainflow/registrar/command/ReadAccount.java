package io.domainflow.registrar.command;

import io.domainflow.model.InvalidValue;
import io.domainflow.model.Money;
import io.domainflow.model.Period;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks whose login this is and for the prices of the account. Everything else the registrar answers
 * is dropped.
 */
public record ReadAccount() implements Query<ReadAccount.Result> {

  /**
   * The answer.
   *
   * @param user the account, as the registrar calls it; null if it does not say
   * @param currency of the account, ISO 4217; null if not stated
   * @param prices what the account pays for names, by price class in upper case
   */
  public record Result(
      @Nullable String user, @Nullable String currency, Map<String, ClassPrices> prices) {

    public Result {
      prices = Map.copyOf(prices);
    }

    /**
     * What a year of a name in this price class costs.
     *
     * @param priceClass such as {@code COM}, in any case
     * @return empty if amount or currency is not stated or not readable
     */
    public Optional<Money> annualPrice(String priceClass) {
      return price(priceClass, Charge.ANNUAL);
    }

    /**
     * What the registration of a name in this price class costs: its setting up and its years.
     *
     * @param priceClass such as {@code COM}, in any case
     * @return empty if one of the two, or the currency, is not stated or not readable
     */
    public Optional<Money> registrationPrice(String priceClass, Period period) {
      return price(priceClass, Charge.SETUP)
          .flatMap(
              setup ->
                  annualPrice(priceClass)
                      .map(
                          year ->
                              new Money(
                                  setup
                                      .amount()
                                      .add(
                                          year.amount()
                                              .multiply(BigDecimal.valueOf(period.years()))),
                                  year.currency())));
    }

    /**
     * What the transfer of a name in this price class costs.
     *
     * @param priceClass such as {@code COM}, in any case
     * @return empty if amount or currency is not stated or not readable
     */
    public Optional<Money> transferPrice(String priceClass) {
      return price(priceClass, Charge.TRANSFER);
    }

    /**
     * What a change of registrant costs for a name in this price class.
     *
     * @param priceClass such as {@code COM}, in any case
     * @return empty if amount or currency is not stated or not readable
     */
    public Optional<Money> tradePrice(String priceClass) {
      return price(priceClass, Charge.TRADE);
    }

    /**
     * An unreadable price of a change of registrant: no amount, or one without a currency. Not to
     * be taken for a change without price.
     *
     * @param priceClass such as {@code COM}, in any case
     */
    public Optional<String> unreadableTradePrice(String priceClass) {
      return tradePrice(priceClass).isPresent()
          ? Optional.empty()
          : stated(priceClass).map(stated -> stated.amounts().get(Charge.TRADE));
    }

    /**
     * The price of restoring a deleted name of this price class.
     *
     * @param priceClass such as {@code COM}, in any case
     * @return empty if amount or currency is not stated or not readable
     */
    public Optional<Money> restorePrice(String priceClass) {
      return price(priceClass, Charge.RESTORE);
    }

    private Optional<ClassPrices> stated(String priceClass) {
      return Optional.ofNullable(prices.get(priceClass.toUpperCase(Locale.ROOT)));
    }

    private Optional<Money> price(String priceClass, Charge charge) {
      Optional<ClassPrices> stated = stated(priceClass);
      Optional<String> amount = stated.map(found -> found.amounts().get(charge));
      Optional<String> currency = stated.map(ClassPrices::currency);
      if (amount.isEmpty() || currency.isEmpty()) {
        return Optional.empty();
      }
      try {
        return Optional.of(Money.of(amount.get(), currency.get()));
      } catch (InvalidValue e) {
        return Optional.empty();
      }
    }
  }

  /** What a price is for. */
  public enum Charge {
    /** The registration itself, beside its years. */
    SETUP,
    ANNUAL,
    TRANSFER,
    /** A change of registrant. */
    TRADE,
    RESTORE
  }

  /**
   * The prices of a class, as the registrar states them: they need not be readable.
   *
   * @param currency null if not stated
   */
  public record ClassPrices(@Nullable String currency, Map<Charge, String> amounts) {

    public ClassPrices {
      amounts = Map.copyOf(amounts);
    }
  }
}
