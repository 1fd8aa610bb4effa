package io.domainflow.account;

/** What is being carried out through an account. */
public interface AccountUse {

  /** How many orders of an account have not ended. */
  int openOrders(String account);
}
