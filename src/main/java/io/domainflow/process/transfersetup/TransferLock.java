package io.domainflow.process.transfersetup;

import io.domainflow.order.wanted.NameSetup;
import io.domainflow.registrar.command.ReadDomain;

/** Compares the transfer lock of a name with the one that was ordered. */
final class TransferLock {

  private TransferLock() {}

  /**
   * Whether it is to be set or lifted. It is neither where the zone has none, nor where it cannot
   * be lifted before a certain day.
   */
  static boolean differs(NameSetup ordered, ReadDomain.Result domain) {
    boolean fixed = !ordered.transferLock() && domain.transferLockedUntil().isPresent();
    return !fixed
        && domain.transferLocked().filter(locked -> locked != ordered.transferLock()).isPresent();
  }
}
