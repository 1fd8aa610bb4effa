package io.domainflow.order.removal;

/** What runs for an account beside its open orders: for it as a whole, or after an order's end. */
public interface AccountProcesses {

  /** Ends all processes: the account is being removed. To be called in that transaction. */
  void end(String account);
}
