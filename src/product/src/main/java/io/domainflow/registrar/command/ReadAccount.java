package io.domainflow.registrar.command;

import io.domainflow.model.InvalidValue;
import io.domainflow.model.Money;
import io.domainflow.model.Period;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the account of a login and its prices. Everything else in the answer is dropped. */
public record ReadAccount() implements Query<ReadAccount.Result> {

  /**
   * The answer.
   *
   * @param user the registrar's name of the account; null if not stated
   * @param currency of the account, ISO 4217; null if not stated
   * @param prices of the account, by price class in upper case
   */
  public record Result(
      @Nullable String user, @Nullable String currency, Map<String, ClassPrices> prices) {

    public Result {
      prices = Map.copyOf(prices);
    }

    /**
     * The price of a year in this price class.
     *
     * @param priceClass such as {@code COM}, in any case
     * @return empty if amount or currency is not stated or not readable
     */
    public Optional<Money> annualPrice(String priceClass) {
      return price(priceClass, Charge.ANNUAL);
    }

    /**
     * The price of a registration in this price class: the setup fee and the years.
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
     * The price of a transfer in this price class.
     *
     * @param priceClass such as {@code COM}, in any case
     * @return empty if amount or currency is not stated or not readable
     */
    public Optional<Money> transferPrice(String priceClass) {
      return price(priceClass, Charge.TRANSFER);
    }

    /**
     * The price of a change of registrant in this price class.
     *
     * @param priceClass such as {@code COM}, in any case
     * @return empty if amount or currency is not stated or not readable
     */
    public Optional<Money> tradePrice(String priceClass) {
      return price(priceClass, Charge.TRADE);
    }

    /**
     * An unreadable price of a change of registrant: not an amount, or one without a currency. It
     * must not be treated as a free change.
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

  /** The kinds of price. */
  public enum Charge {
    /** The setup fee of a registration, without its years. */
    SETUP,
    ANNUAL,
    TRANSFER,
    /** A change of registrant. */
    TRADE,
    RESTORE
  }

  /**
   * The prices of a class as stated by the registrar, possibly unreadable.
   *
   * @param currency null if not stated
   */
  public record ClassPrices(@Nullable String currency, Map<Charge, String> amounts) {

    public ClassPrices {
      amounts = Map.copyOf(amounts);
    }
  }
}
