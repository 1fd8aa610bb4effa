package io.domainflow.model;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An amount in a currency.
 *
 * @param currency ISO 4217
 */
public record Money(BigDecimal amount, Currency currency) {

  private static final Pattern AMOUNT = Pattern.compile("\\d{1,9}(\\.\\d{1,4})?");

  /**
   * Parses an amount and its currency.
   *
   * @param amount decimal number without sign, at most four decimals
   * @param currency ISO 4217 code
   * @throws InvalidValue if one of them is not
   */
  public static Money of(String amount, String currency) {
    if (!AMOUNT.matcher(amount).matches()) {
      throw new InvalidValue("amount must be a decimal number such as 900.00");
    }
    try {
      return new Money(new BigDecimal(amount), Currency.getInstance(currency));
    } catch (IllegalArgumentException e) {
      throw new InvalidValue("currency must be a three-letter currency code such as EUR");
    }
  }

  /** As people read it everywhere, such as {@code 1,000,000.00 EUR}. */
  @Override
  public String toString() {
    int decimals = Math.max(2, amount.stripTrailingZeros().scale());
    return String.format(Locale.ROOT, "%,." + decimals + "f %s", amount, currency);
  }
}
