package io.domainflow.process.transferlock;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.domain.TransferLock;
import io.domainflow.order.domain.TransferLocks;
import io.domainflow.process.domain.DomainReadings;
import io.domainflow.process.worker.StepResult;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.command.ReadDomain;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Notes what a look at a locked name has shown, and says when to look again. */
@Component
class LockReading {

  /** However soon the end may be. */
  private static final Duration SHORTEST_WAIT = Duration.ofHours(1);

  private final TransferLocks locks;
  private final Orders orders;
  private final DomainReadings readings;
  private final Clock clock;

  LockReading(TransferLocks locks, Orders orders, DomainReadings readings, Clock clock) {
    this.locks = locks;
    this.orders = orders;
    this.readings = readings;
    this.clock = clock;
  }

  /**
   * Notes it. An end that the registrar states is believed as long as it is to come; one that has
   * passed may be of an earlier lock, and our own count continues.
   */
  TransferLock note(ProvisioningOrder order, ReadDomain.Result domain) {
    readings.store(order, domain);
    locks.read(order.id(), domain.transferLocked().orElse(null));
    domain
        .transferLockedUntil()
        .filter(this::isToCome)
        .ifPresent(end -> locks.moved(order.id(), end));
    return outcome(order);
  }

  /** Notes an end that a refusal has named. */
  TransferLock note(ProvisioningOrder order, Instant end) {
    locks.moved(order.id(), end);
    return outcome(order);
  }

  private TransferLock outcome(ProvisioningOrder order) {
    TransferLock lock = locks.get(order.id());
    orders.lockedUntil(order.id(), lock.endsAt());
    return lock;
  }

  /** Whether something is still to happen. */
  boolean isToCome(Instant end) {
    return end.isAfter(clock.instant());
  }

  /** When to look again at a lock that is not over. */
  Instant nextLook(TransferLock lock) {
    Instant soonest = clock.instant().plus(SHORTEST_WAIT);
    return lock.endsAt().isBefore(soonest) ? soonest : lock.endsAt();
  }

  /**
   * Notes that the registrar does not show the name in the account.
   *
   * @throws Refused if it refuses the look for another reason
   */
  StepResult gone(ProvisioningOrder order, Refused refusal) {
    if (!refusal.saysNotHere()) {
      throw refusal;
    }
    locks.gone(order.id());
    return StepResult.error(TransferLockProcess.ERROR_DOMAIN_NOT_HERE);
  }
}
