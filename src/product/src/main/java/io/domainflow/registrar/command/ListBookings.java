package io.domainflow.registrar.command;

import io.domainflow.model.DomainName;
import io.domainflow.model.Money;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Lists part of the account's bookings, oldest first: charges, refunds and payments. How long a
 * charge takes to appear is not known.
 *
 * @param since nothing older
 * @param first how many bookings to skip
 */
public record ListBookings(Instant since, int first) implements Query<ListBookings.Result> {

  /** Bookings in one part. */
  public static final int PART = 1000;

  /**
   * The answer.
   *
   * @param next how many bookings to skip for the next part; empty if this is the last
   */
  public record Result(List<Booking> bookings, Optional<Integer> next) {}

  /**
   * One booking; unreadable ones are omitted.
   *
   * @param id the registrar's number
   * @param description what it was for, such as a domain name
   * @param charged without VAT; negative for refunds and payments
   */
  public record Booking(String id, Instant at, String description, Money charged) {

    /** Whether its description names a domain, in either spelling, with or without more words. */
    public boolean isFor(DomainName domain) {
      String text = description.toLowerCase(Locale.ROOT);
      return names(text, domain.ascii()) || (domain.isIdn() && names(text, domain.unicode()));
    }

    private static boolean names(String text, String name) {
      for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
        int end = at + name.length();
        if (!endsWithPartOfName(text.substring(0, at))
            && !beginsWithPartOfName(text.substring(end))) {
          return true;
        }
      }
      return false;
    }

    private static boolean endsWithPartOfName(String before) {
      if (before.isEmpty()) {
        return false;
      }
      int last = before.codePointBefore(before.length());
      return Character.isLetterOrDigit(last) || last == '-' || last == '.';
    }

    // A full stop after the name ends a sentence.
    private static boolean beginsWithPartOfName(String after) {
      String rest = after.startsWith(".") ? after.substring(1) : after;
      if (rest.isEmpty()) {
        return false;
      }
      int first = rest.codePointAt(0);
      return Character.isLetterOrDigit(first) || (first == '-' && !after.startsWith("."));
    }
  }
}
