package io.domainflow.account;

/** Knows the open orders of accounts. */
public interface AccountUse {

  /** How many orders of an account have not ended. */
  int openOrders(String account);
}
