package io.domainflow.registrar.command;

import io.domainflow.model.Money;
import java.math.BigDecimal;
import java.util.Optional;

/** Reads the balance of the account. */
public record ReadBalance() implements Query<ReadBalance.Result> {

  /**
   * The answer. An amount is empty if it is not stated or not readable.
   *
   * @param balance negative while the account uses its credit
   * @param credit how far the balance may fall below zero
   */
  public record Result(Optional<Money> balance, Optional<Money> credit) {

    /** The amount that may still be spent. */
    public Optional<Money> available() {
      return balance.map(
          money ->
              new Money(
                  money.amount().add(credit.map(Money::amount).orElse(BigDecimal.ZERO)),
                  money.currency()));
    }
  }
}
