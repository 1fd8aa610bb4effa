package io.domainflow.proof;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The plan for one name in a year of renewals, calculated from the calendar alone.
 *
 * @param explicit whether its registry renews by a command
 * @param years number of ordered years
 * @param step the week of the order; -1 if there is none
 */
record RenewalPlan(
    String domain,
    Payment payment,
    boolean explicit,
    boolean premium,
    Instant end,
    int years,
    int step) {

  static final Duration STEP = Duration.ofDays(7);
  static final Duration FAILURE = Duration.ofDays(44);

  static final BigDecimal PREMIUM = new BigDecimal("300.00");

  private static final Map<String, String> PRICES =
      Map.of("com", "12.00", "net", "14.00", "org", "13.00", "de", "6.00");

  /** When the customer pays. */
  enum Payment {
    EARLY,
    ON_TIME,
    IN_GRACE,
    IN_REDEMPTION,
    /** The order is sent twice, with one reference. */
    REPLAYED,
    /** The same period is ordered again a week later, with another reference. */
    ORDERED_AGAIN,
    /** The customer pays only once, before the registrar's automatic charge. */
    TOO_EARLY,
    MISSING;

    /** How a name is paid for; the ways take turns. */
    static Payment of(int name) {
      return values()[name % values().length];
    }

    boolean renews() {
      return this != TOO_EARLY && this != MISSING;
    }
  }

  LocalDate day() {
    return end.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  /** When a name that was never paid for is deleted. */
  Instant deletedAt() {
    return end.plus(FAILURE);
  }

  Instant renewedEnd() {
    return end.atOffset(ZoneOffset.UTC).plusYears(years).toInstant();
  }

  List<String> commands() {
    List<String> commands = new ArrayList<>();
    if (payment == Payment.IN_REDEMPTION) {
      commands.add("RestoreDomain");
    }
    if (payment.renews()) {
      commands.add(explicit ? "RenewDomain" : "PayDomainRenewal");
    }
    return commands;
  }

  BigDecimal cost() {
    if (!payment.renews()) {
      return BigDecimal.ZERO;
    }
    BigDecimal year =
        premium ? PREMIUM : new BigDecimal(PRICES.get(domain.substring(domain.indexOf('.') + 1)));
    int times = years + (payment == Payment.IN_REDEMPTION ? 5 : 0);
    return year.multiply(BigDecimal.valueOf(times));
  }

  /** The order that the caller sends. */
  String order(String reference) {
    return ("{'reference': '%s', 'operation': 'RENEW', 'account': 'sandbox', 'domain': '%s',"
            + " 'period': '%dY', 'expires': '%s'%s}")
        .formatted(
            reference,
            domain,
            years,
            day(),
            premium || payment == Payment.IN_REDEMPTION
                ? ", 'acceptPrice': {'amount': '%s', 'currency': 'EUR'}".formatted(cost())
                : "");
  }

  /** The week in which a name is ordered that ends after this time; -1 if it is not. */
  static int step(Payment payment, Duration until) {
    int last = (int) until.minusHours(1).dividedBy(STEP);
    return switch (payment) {
      case EARLY, REPLAYED -> last - 5;
      case ORDERED_AGAIN -> last - 3;
      case ON_TIME -> last;
      case IN_GRACE -> last + 3;
      case IN_REDEMPTION -> (int) until.plus(FAILURE).plusDays(1).dividedBy(STEP) + 1;
      case TOO_EARLY -> until.toDays() > 75 ? last - 9 : -1;
      case MISSING -> -1;
    };
  }
}
