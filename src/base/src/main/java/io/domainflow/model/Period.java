package io.domainflow.model;

import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * How long an operation extends a name, in whole years: {@code 1Y} to {@code 10Y} to the registrar
 * and in orders. {@code 0Y} is a transfer that does not renew.
 */
public record Period(int years) {

  private static final Pattern YEARS = Pattern.compile("([0-9]|10)Y");

  /**
   * Parses a period.
   *
   * @throws InvalidValue if the text is not {@code 0Y} … {@code 10Y}
   */
  public static Period of(String text) {
    if (!YEARS.matcher(text).matches()) {
      throw new InvalidValue("must be a number of years such as 1Y, at most 10Y");
    }
    return new Period(Integer.parseInt(text.substring(0, text.length() - 1)));
  }

  /**
   * The smallest number of years by which a period that ends on one day has to be extended to end
   * after another day.
   */
  public static int fewestYears(LocalDate end, LocalDate day) {
    int years = 0;
    while (!end.plusYears(years).isAfter(day)) {
      years++;
    }
    return years;
  }

  /** As people read it, such as «1 year». */
  public String words() {
    return years == 1 ? "1 year" : years + " years";
  }

  @Override
  public String toString() {
    return years + "Y";
  }
}
