package io.domainflow.process.domain;

import io.domainflow.registrar.RegistrarGateway;

/** Looks at what the list of an account's names shows, with the daily check of the account. */
public interface NameListFollower {

  /**
   * Looks; runs outside of any transaction and may be repeated.
   *
   * @param listing complete, and stored
   * @return records what it means, in the transaction that completes the check's step
   */
  Runnable follow(String account, NameList.Listing listing, RegistrarGateway registrar);
}
