package io.domainflow.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dates of one list. Dates with the year first, with {@code -}, {@code /} or {@code .},
 * are unambiguous; so is {@code 31.01.2027}. Whether {@code 03/04/2027} begins with the day or the
 * month is inferred from the other dates of the list; if they do not tell, such dates are not read.
 */
final class BillingDates {

  private static final int FIRST_YEAR = 1980;

  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})([T ].*)?");
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})([T ].*)?");

  /** How an absent day or time is written. */
  private static final Pattern NONE = Pattern.compile("|0000-00-00.*|00/00/0000|-|N/A|NULL");

  private final boolean dayFirst;
  private final boolean monthFirst;

  /**
   * @param all every date of the list, as written
   */
  BillingDates(Collection<String> all) {
    this.dayFirst = all.stream().anyMatch(text -> isAbove12(text, 1));
    this.monthFirst = all.stream().anyMatch(text -> isAbove12(text, 3));
  }

  private static boolean isAbove12(String text, int part) {
    Matcher date = YEAR_LAST.matcher(text);
    return date.matches() && isOpen(date) && Integer.parseInt(date.group(part)) > 12;
  }

  private static boolean isOpen(Matcher yearLast) {
    return !yearLast.group(2).equals(".");
  }

  /**
   * Reads a date.
   *
   * @return null if the text stands for no date
   * @throws DateTimeException if it cannot be read
   */
  @Nullable LocalDate read(String text) {
    if (NONE.matcher(text).matches()) {
      return null;
    }
    Matcher yearFirst = YEAR_FIRST.matcher(text);
    if (yearFirst.matches()) {
      return date(yearFirst.group(1), yearFirst.group(3), yearFirst.group(4));
    }
    Matcher yearLast = YEAR_LAST.matcher(text);
    if (!yearLast.matches()) {
      throw new DateTimeException("no date");
    }
    if (!isOpen(yearLast) || (dayFirst && !monthFirst)) {
      return date(yearLast.group(4), yearLast.group(3), yearLast.group(1));
    }
    if (monthFirst && !dayFirst) {
      return date(yearLast.group(4), yearLast.group(1), yearLast.group(3));
    }
    throw new DateTimeException("day and month cannot be told apart");
  }

  private static LocalDate date(String year, String month, String day) {
    int years = Integer.parseInt(year);
    if (years < FIRST_YEAR) {
      throw new DateTimeException("no year of a domain");
    }
    return LocalDate.of(years, Integer.parseInt(month), Integer.parseInt(day));
  }
}
