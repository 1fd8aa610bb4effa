package io.domainflow.process.authcode;

import io.domainflow.database.ConflictFreeTransaction;
import io.domainflow.order.Orders;
import io.domainflow.order.progress.AuthCodeApprovals;
import io.domainflow.order.progress.AuthCodeApprovals.Approval;
import io.domainflow.order.progress.AuthCodes;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Records what must be stored before the registrar is asked to open a lock or to issue a code. */
@Component
class AuthCodeGuard {

  private final AuthCodeApprovals approvals;
  private final AuthCodes codes;
  private final Orders orders;
  private final ConflictFreeTransaction transaction;

  AuthCodeGuard(
      AuthCodeApprovals approvals,
      AuthCodes codes,
      Orders orders,
      ConflictFreeTransaction transaction) {
    this.approvals = approvals;
    this.codes = codes;
    this.orders = orders;
    this.transaction = transaction;
  }

  /**
   * Checks that everybody who has to agree has agreed; the path of a process proves nothing.
   *
   * @throws IllegalStateException if not
   */
  void checkApproved(UUID order) {
    if (approvals.find(order).filter(Approval::isGiven).isEmpty()) {
      throw new IllegalStateException("this auth code needs an approval that nobody has given");
    }
  }

  /**
   * Records that the lock may be open from now on, so that nobody cancels the order and leaves it
   * open.
   *
   * @return false if the order has ended meanwhile
   */
  boolean opens(UUID order) {
    return transaction.execute(
        () -> {
          if (!orders.lock(order).status().isOpen()) {
            return false;
          }
          codes.unlocked(order, true);
          orders.awaitsRegistry(order, true);
          return true;
        });
  }
}
