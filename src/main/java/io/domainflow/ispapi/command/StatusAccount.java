package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.model.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.regex.Pattern;

/** Asks for the account's money. Also the cheapest way to find out whether a login works. */
public record StatusAccount() implements Query<StatusAccount.Result> {

  private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,4})?");

  /**
   * The answer. An amount is null if the registrar does not state it in a readable way.
   *
   * @param balance current balance
   * @param creditLimit the account's maximum credit
   * @param deposit what is reserved at the moment
   */
  public record Result(Money balance, Money creditLimit, Money deposit) {}

  @Override
  public String name() {
    return "StatusAccount";
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of();
  }

  @Override
  public Result result(IspapiResponse response) {
    return new Result(
        money(response, "AMOUNT"), money(response, "CREDIT"), money(response, "DEPOSIT"));
  }

  // Not Money.of: that one reads prices, and a balance may be negative.
  private static Money money(IspapiResponse response, String property) {
    String amount = response.first(property).orElse("");
    if (!AMOUNT.matcher(amount).matches()) {
      return null;
    }
    try {
      return new Money(
          new BigDecimal(amount), Currency.getInstance(response.first("CURRENCY").orElse("")));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
