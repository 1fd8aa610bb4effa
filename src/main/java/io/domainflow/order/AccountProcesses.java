package io.domainflow.order;

/** What runs for an account as a whole, beside its orders. */
public interface AccountProcesses {

  /** Ends all of it: the account is being removed. To be called in that transaction. */
  void end(String account);
}
