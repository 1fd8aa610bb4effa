package io.domainflow.registrar.command;

import io.domainflow.model.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Asks for a part of what was booked on the account, oldest first: what the registrar charged, gave
 * back or was paid. How long a charge takes to show is not known.
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
   * One booking; those that cannot be read are left out.
   *
   * @param id the registrar's number of it
   * @param description what it was for, such as the name of a domain
   * @param charged without VAT; negative for what was given back or paid in
   */
  public record Booking(String id, Instant at, String description, Money charged) {}
}
