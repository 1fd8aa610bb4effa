package io.domainflow.rest;

import io.domainflow.model.DomainName;
import io.domainflow.model.FieldProblem;
import io.domainflow.model.InvalidValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;

/**
 * Reads single values of parameters and members, in the same way everywhere. A value that cannot be
 * read causes an {@link InvalidValue}, whose message follows the name of the parameter.
 */
public final class RequestValue {

  /** The longest page of any list, in entries. */
  public static final int LONGEST_PAGE = 250;

  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private RequestValue() {}

  /**
   * A time in UTC.
   *
   * @throws InvalidValue if it is invalid, or not between the years 1970 and 9999
   */
  public static Instant time(String text) {
    try {
      Instant time = Instant.parse(text);
      if (time.isBefore(Instant.EPOCH) || time.isAfter(LATEST)) {
        throw new InvalidValue("must be a time of the years 1970 to 9999");
      }
      return time;
    } catch (DateTimeParseException e) {
      throw new InvalidValue("must be a time in UTC such as 2026-03-01T10:00:00Z");
    }
  }

  /**
   * A time in UTC, or the start of a day in UTC.
   *
   * @throws InvalidValue if it is neither
   */
  public static Instant timeOrDay(String text) {
    if (text.length() > "2027-01-31".length()) {
      return time(text);
    }
    try {
      return time(LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant().toString());
    } catch (DateTimeException e) {
      throw new InvalidValue(
          "must be a date such as 2027-01-31, or a time in UTC such as 2027-01-31T10:00:00Z");
    }
  }

  /**
   * Whether the answer should be a table for a spreadsheet.
   *
   * @throws InvalidValue if it is neither {@code csv} nor {@code json}
   */
  public static Boolean isCsv(String text) {
    return switch (text) {
      case "csv" -> true;
      case "json" -> false;
      default -> throw new InvalidValue("must be json or csv");
    };
  }

  /**
   * The number of entries of a page.
   *
   * @throws InvalidValue if it is not from 1 to {@value #LONGEST_PAGE}
   */
  public static Integer limit(String text) {
    return limit(text, LONGEST_PAGE);
  }

  /**
   * The number of entries of a page.
   *
   * @param most at most 999
   * @throws InvalidValue if it is not from 1 to that
   */
  public static Integer limit(String text, int most) {
    if (!text.matches("[1-9]\\d{0,2}") || Integer.parseInt(text) > most) {
      throw new InvalidValue("must be a whole number from 1 to " + most);
    }
    return Integer.valueOf(text);
  }

  /**
   * The names to search for: one, or all with the same beginning or end.
   *
   * @return ASCII form, with a {@code *} at its start or end for any text
   * @throws InvalidValue if it is neither a name nor such a part of one
   */
  public static String domainPattern(String text) {
    if (text.contains("*")) {
      if (!text.matches("\\*?[A-Za-z0-9.-]+\\*?")) {
        throw new InvalidValue(
            "must be a domain, or letters, digits, dots and hyphens with a * at the start or end");
      }
      return text.toLowerCase(Locale.ROOT);
    }
    return DomainName.of(text).ascii();
  }

  /**
   * The name that a request is about. A mistyped name must not look like an unknown one.
   *
   * @throws RequestRejected if it is no domain name
   */
  public static DomainName domain(String text) {
    try {
      return DomainName.of(text);
    } catch (InvalidValue e) {
      throw new RequestRejected(List.of(new FieldProblem("domain", "INVALID", e.getMessage())));
    }
  }
}
