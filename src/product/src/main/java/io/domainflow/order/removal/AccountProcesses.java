package io.domainflow.order.removal;

/**
 * The processes of an account that do not belong to an open order: those about the whole account,
 * or after an order's end.
 */
public interface AccountProcesses {

  /** Ends all of them, in the transaction that removes the account. */
  void end(String account);
}
