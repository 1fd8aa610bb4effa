package io.domainflow.registrar;

/** What prices can be asked for. */
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
