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

/** Records the result of a check of a locked name, and says when to check again. */
@Component
class LockReading {

  /** The shortest wait, however soon the lock may end. */
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
   * Records a reading. An end stated by the registrar counts while it is in the future; a past one
   * may belong to an earlier lock, and then our own count applies.
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

  /** Records an end that a refusal has named. */
  TransferLock note(ProvisioningOrder order, Instant end) {
    locks.moved(order.id(), end);
    return outcome(order);
  }

  private TransferLock outcome(ProvisioningOrder order) {
    TransferLock lock = locks.get(order.id());
    orders.lockedUntil(order.id(), lock.endsAt());
    return lock;
  }

  /** Whether a time is in the future. */
  boolean isToCome(Instant end) {
    return end.isAfter(clock.instant());
  }

  /** When to check a lock again that has not ended. */
  Instant nextLook(TransferLock lock) {
    Instant soonest = clock.instant().plus(SHORTEST_WAIT);
    return lock.endsAt().isBefore(soonest) ? soonest : lock.endsAt();
  }

  /**
   * Records that the registrar does not show the name in the account.
   *
   * @throws Refused if it refuses to show the name for another reason
   */
  StepResult gone(ProvisioningOrder order, Refused refusal) {
    if (!refusal.saysNotHere()) {
      throw refusal;
    }
    locks.gone(order.id());
    return StepResult.error(TransferLockProcess.ERROR_DOMAIN_NOT_HERE);
  }
}
