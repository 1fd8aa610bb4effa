package io.domainflow.order.removal;

/** Thrown when an account cannot be removed because it has open orders. */
public class AccountInUse extends RuntimeException {

  AccountInUse(String account, int open) {
    super(
        "account "
            + account
            + " has "
            + open
            + (open == 1 ? " open order" : " open orders")
            + "; wait for their end or cancel them");
  }
}
