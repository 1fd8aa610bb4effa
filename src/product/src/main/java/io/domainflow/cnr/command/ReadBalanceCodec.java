package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.model.InvalidValue;
import io.domainflow.model.Money;
import io.domainflow.registrar.command.ReadBalance;
import java.util.Map;
import java.util.Optional;

/**
 * {@link ReadBalance} as {@code StatusAccount}. {@code AMOUNT} is what the registrar's modules show
 * as the balance. That {@code CREDIT} means how far it may fall below zero is inferred from the
 * name; {@code CREDITTHRESHOLD}, whose meaning is not known, is ignored.
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
  public ReadBalance.Result result(ReadBalance command, RegistrarResponse response) {
    return new ReadBalance.Result(money(response, "AMOUNT"), money(response, "CREDIT"));
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
