package io.domainflow.cnr.probe;

import io.domainflow.model.DomainName;
import io.domainflow.registrar.Intent;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RegistrarFailure.AccessRefused;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.command.ListBookings;
import io.domainflow.registrar.command.ListBookings.Booking;
import io.domainflow.wire.probe.AttemptTime;
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

  /** Whether something was charged for a name since the attempt. */
  static boolean isThereOne(DomainName name, Intent intent, Reader registrar) {
    try {
      int first = 0;
      for (int part = 0; part < MOST_PARTS; part++) {
        ListBookings.Result list =
            registrar.ask(new ListBookings(AttemptTime.since(intent), first));
        if (list.bookings().stream()
            .filter(booking -> AttemptTime.isLater(booking.at(), intent))
            .anyMatch(booking -> isChargeFor(name, booking))) {
          return true;
        }
        Optional<Integer> next = list.next();
        if (next.isEmpty()) {
          return false;
        }
        first = next.get();
      }
      return false;
    } catch (Refused e) {
      return false;
    } catch (AccessRefused e) {
      if (e.isRightMissing()) {
        return false;
      }
      throw e;
    }
  }

  private static boolean isChargeFor(DomainName name, Booking booking) {
    return booking.charged().amount().signum() > 0 && booking.isFor(name);
  }
}
