package io.domainflow.cnr.probe;

import io.domainflow.lineprotocol.probe.AttemptTime;
import io.domainflow.model.DomainName;
import io.domainflow.registrar.Intent;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RegistrarFailure.AccessRefused;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.command.ListBookings;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The account's list of bookings as evidence that something was bought for a name. The list may lag
 * by minutes, and not every account may read it: a missing charge proves nothing. A charge from
 * before the attempt was for something else, such as the registration of the name.
 */
final class Charges {

  // If an account has more bookings than this since the attempt, reading them would take too long.
  private static final int MOST_PARTS = 5;

  private Charges() {}

  /** Whether something was charged for a name since the attempt, and not refunded. */
  static boolean isThereOne(DomainName name, Intent intent, Reader registrar) {
    try {
      return total(name, intent, registrar).signum() > 0;
    } catch (Refused e) {
      return false;
    } catch (AccessRefused e) {
      if (e.isRightMissing()) {
        return false;
      }
      throw e;
    }
  }

  private static BigDecimal total(DomainName name, Intent intent, Reader registrar) {
    BigDecimal total = BigDecimal.ZERO;
    Optional<Integer> next = Optional.of(0);
    for (int part = 0; part < MOST_PARTS && next.isPresent(); part++) {
      ListBookings.Result list =
          registrar.ask(new ListBookings(AttemptTime.since(intent), next.get()));
      total =
          list.bookings().stream()
              .filter(booking -> AttemptTime.isLater(booking.at(), intent))
              .filter(booking -> booking.isFor(name))
              .map(booking -> booking.charged().amount())
              .reduce(total, BigDecimal::add);
      next = list.next();
    }
    return total;
  }
}
