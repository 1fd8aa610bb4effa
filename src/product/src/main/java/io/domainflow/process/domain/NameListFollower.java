package io.domainflow.process.domain;

import io.domainflow.registrar.RegistrarGateway;

/** Uses the list of an account's names, with the daily check of the account. */
public interface NameListFollower {

  /**
   * Reads the list; runs outside any transaction and may be repeated.
   *
   * @param listing complete, and already stored
   * @return records the result, in the transaction that completes the check's step
   */
  Runnable follow(String account, NameList.Listing listing, RegistrarGateway registrar);
}
