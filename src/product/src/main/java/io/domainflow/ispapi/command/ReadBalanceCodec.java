package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.model.InvalidValue;
import io.domainflow.model.Money;
import io.domainflow.registrar.command.ReadBalance;
import io.domainflow.registrar.command.ReadBalance.Result;
import java.util.Map;
import java.util.Optional;

/**
 * {@link ReadBalance} as {@code StatusAccount}. Its page only names {@code CREDIT}; that it means
 * how far the balance may fall below zero is inferred from the name.
 */
final class ReadBalanceCodec implements Codec<ReadBalance, ReadBalance.Result> {

  @Override
  public String name(ReadBalance command) {
    return "StatusAccount";
  }

  @Override
  public Map<String, String> parameters(ReadBalance command) {
    return Map.of();
  }

  @Override
  public Result result(ReadBalance command, RegistrarResponse response) {
    return new Result(money(response, "AMOUNT"), money(response, "CREDIT"));
  }

  // The balance is below zero while credit is used; the price of a name never is.
  private static Optional<Money> money(RegistrarResponse response, String property) {
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
