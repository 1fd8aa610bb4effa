package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.model.InvalidValue;
import io.domainflow.model.Money;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Asks what the account has to spend. */
public record StatusAccount() implements Query<StatusAccount.Result> {

  /**
   * The answer. An amount is empty if it is not stated or not readable.
   *
   * @param balance what is on the account; below zero while it lives on credit
   * @param credit how far the balance may fall below zero; the page only names it, so this is read
   *     from its name
   */
  public record Result(Optional<Money> balance, Optional<Money> credit) {

    /** What may still be spent. */
    public Optional<Money> available() {
      return balance.map(
          money ->
              new Money(
                  money.amount().add(credit.map(Money::amount).orElse(BigDecimal.ZERO)),
                  money.currency()));
    }
  }

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
    return new Result(money(response, "AMOUNT"), money(response, "CREDIT"));
  }

  // On credit the balance is below zero, which the price of a name never is.
  private static Optional<Money> money(IspapiResponse response, String property) {
    String text = response.first(property).orElse("");
    boolean negative = text.startsWith("-");
    try {
      Money money =
          Money.of(negative ? text.substring(1) : text, response.first("CURRENCY").orElse(""));
      return Optional.of(negative ? new Money(money.amount().negate(), money.currency()) : money);
    } catch (InvalidValue e) {
      return Optional.empty();
    }
  }
}
