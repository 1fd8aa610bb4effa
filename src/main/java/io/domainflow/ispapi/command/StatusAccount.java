package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.IspapiResponse;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Asks for the money of the account. */
public record StatusAccount() implements Query<StatusAccount.Result> {

  /**
   * The answer; what is not stated or not readable is null.
   *
   * @param amount balance, which may be negative
   * @param credit how far the balance may go below zero
   * @param currency ISO 4217
   */
  public record Result(BigDecimal amount, BigDecimal credit, String currency) {}

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
        response.first("AMOUNT").flatMap(StatusAccount::number).orElse(null),
        response.first("CREDIT").flatMap(StatusAccount::number).orElse(null),
        response.first("CURRENCY").orElse(null));
  }

  private static Optional<BigDecimal> number(String text) {
    try {
      return Optional.of(new BigDecimal(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
