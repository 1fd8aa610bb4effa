package io.domainflow.registrar.command;

import io.domainflow.model.Money;
import java.time.Instant;
import java.util.List;
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
  public record Booking(String id, Instant at, String description, Money charged) {}
}
