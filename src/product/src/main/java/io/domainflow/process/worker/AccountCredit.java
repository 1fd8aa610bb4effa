package io.domainflow.process.worker;

import java.util.Optional;

/** Knows whether accounts can pay at the registrar. */
public interface AccountCredit {

  /** Whether the credit of an account is used up, so that nothing that costs money may be sent. */
  boolean isUsedUp(String account);

  /** The same, while nobody else can change it until the transaction ends. To be called in one. */
  boolean isStillUsedUp(String account);

  /**
   * Records that the registrar has refused to charge an account. To be called in a transaction.
   *
   * @return the operators' task, once there is one
   */
  Optional<String> usedUp(String account);
}
