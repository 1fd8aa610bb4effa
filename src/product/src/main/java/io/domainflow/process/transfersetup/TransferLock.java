package io.domainflow.process.transfersetup;

import io.domainflow.order.content.NameSetup;
import io.domainflow.registrar.command.ReadDomain;

/** Compares the transfer lock of a name with the one that was ordered. */
final class TransferLock {

  private TransferLock() {}

  /**
   * Whether the lock has to be set or removed. It stays unchanged where the zone has none, or where
   * it cannot be removed before a certain day.
   */
  static boolean differs(NameSetup ordered, ReadDomain.Result domain) {
    boolean fixed = !ordered.transferLock() && domain.transferLockedUntil().isPresent();
    return !fixed
        && domain.transferLocked().filter(locked -> locked != ordered.transferLock()).isPresent();
  }
}
