package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.model.InvalidValue;
import io.domainflow.model.Money;
import io.domainflow.model.Period;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Asks whose login this is and for the prices of the account. Everything else the registrar answers
 * is dropped.
 */
public record StatusUser() implements Query<StatusUser.Result> {

  private static final String PRICE = "PRICE_CLASS_DOMAIN_";

  /**
   * The answer.
   *
   * @param user the account, as the registrar calls it; null if it does not say
   * @param currency of the account, ISO 4217; null if not stated
   * @param prices the account's relations that are about prices of names, by upper-case type
   */
  public record Result(String user, String currency, Map<String, String> prices) {

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
      return price(priceClass, "_ANNUAL");
    }

    /**
     * What the registration of a name in this price class costs: its setting up and its years.
     *
     * @param priceClass such as {@code COM}, in any case
     * @return empty if one of the two, or the currency, is not stated or not readable
     */
    public Optional<Money> registrationPrice(String priceClass, Period period) {
      return price(priceClass, "_SETUP")
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
      return price(priceClass, "_TRANSFER");
    }

    /**
     * What a change of registrant costs for a name in this price class.
     *
     * @param priceClass such as {@code COM}, in any case
     * @return empty if amount or currency is not stated or not readable
     */
    public Optional<Money> tradePrice(String priceClass) {
      return price(priceClass, "_TRADE");
    }

    /**
     * What is stated as the price of a change of registrant and is none: no amount, or one without
     * a currency. Not to be taken for a change without price.
     *
     * @param priceClass such as {@code COM}, in any case
     */
    public Optional<String> unreadableTradePrice(String priceClass) {
      return tradePrice(priceClass).isPresent()
          ? Optional.empty()
          : Optional.ofNullable(prices.get(PRICE + priceClass.toUpperCase(Locale.ROOT) + "_TRADE"));
    }

    /**
     * What it costs to have back a deleted name of this price class. The relation is our reading:
     * it is called as the others are, and stands on no page.
     *
     * @param priceClass such as {@code COM}, in any case
     * @return empty if amount or currency is not stated or not readable
     */
    public Optional<Money> restorePrice(String priceClass) {
      return price(priceClass, "_RESTORE");
    }

    private Optional<Money> price(String priceClass, String operation) {
      String prefix = PRICE + priceClass.toUpperCase(Locale.ROOT);
      String amount = prices.get(prefix + operation);
      String currency = prices.get(prefix + "_CURRENCY");
      if (amount == null || currency == null) {
        return Optional.empty();
      }
      try {
        return Optional.of(Money.of(amount, currency));
      } catch (InvalidValue e) {
        return Optional.empty();
      }
    }
  }

  @Override
  public String name() {
    return "StatusUser";
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of("RELATIONS", "1");
  }

  @Override
  public Result result(IspapiResponse response) {
    Map<String, String> prices = new LinkedHashMap<>();
    int relations = response.properties().getOrDefault("RELATIONTYPE", List.of()).size();
    for (int i = 0; i < relations; i++) {
      String type = response.at("RELATIONTYPE", i).orElse("").toUpperCase(Locale.ROOT);
      String value = response.at("RELATIONVALUE", i).orElse(null);
      if (type.startsWith(PRICE) && value != null) {
        prices.putIfAbsent(type, value);
      }
    }
    return new Result(
        response.first("USER").orElse(null),
        response.first("ACCOUNTCURRENCY").orElse(null),
        prices);
  }
}
