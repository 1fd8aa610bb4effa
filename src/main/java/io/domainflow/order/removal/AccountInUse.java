package io.domainflow.order.removal;

/** An account that cannot be removed, because orders are still being carried out through it. */
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
