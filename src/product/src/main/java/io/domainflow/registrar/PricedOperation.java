package io.domainflow.registrar;

/** The operations that have a price. */
public enum PricedOperation {
  /** A registration. */
  REGISTER,
  /** A transfer to the account. */
  TRANSFER,
  /** A further year. */
  RENEW,
  /** Restoring a deleted name, without the years that may be missing. */
  RESTORE,
  /** A change of registrant. */
  CHANGE_REGISTRANT
}
