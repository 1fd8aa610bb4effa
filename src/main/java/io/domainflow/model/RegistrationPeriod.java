package io.domainflow.model;

import java.util.regex.Pattern;

/**
 * How long a name is bought for, in whole years: {@code 1Y} to {@code 10Y} on the wire and in
 * orders.
 */
public record RegistrationPeriod(int years) {

  private static final Pattern YEARS = Pattern.compile("([1-9]|10)Y");

  /**
   * Reads a period.
   *
   * @throws InvalidValue if the text is not {@code 1Y} … {@code 10Y}
   */
  public static RegistrationPeriod of(String text) {
    if (!YEARS.matcher(text).matches()) {
      throw new InvalidValue("must be a number of years from 1Y to 10Y");
    }
    return new RegistrationPeriod(Integer.parseInt(text.substring(0, text.length() - 1)));
  }

  @Override
  public String toString() {
    return years + "Y";
  }
}
