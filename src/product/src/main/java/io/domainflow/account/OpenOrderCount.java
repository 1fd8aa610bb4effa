package io.domainflow.account;

/** Knows the open orders of accounts. */
public interface OpenOrderCount {

  /** How many orders of an account have not ended. */
  int openOrders(String account);
}
