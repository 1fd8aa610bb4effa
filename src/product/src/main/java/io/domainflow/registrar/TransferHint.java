package io.domainflow.registrar;

/**
 * Hints in a registrar's texts about a transfer, for cases that its codes leave open. The texts are
 * not guaranteed: use them only if there is no other source.
 */
public enum TransferHint {
  /** It mentions an auth code. */
  AUTH_CODE,
  AUTH_CODE_WRONG,
  AUTH_CODE_MISSING,
  /** It mentions the period. */
  PERIOD,
  /** It mentions an additional field. */
  ADDITIONAL_FIELD,
  /** The name is locked against transfers. */
  LOCKED,
  /** The name was registered or transferred too recently. */
  TOO_YOUNG,
  /** Another transfer of the name is under way. */
  UNDER_WAY,
  /** It was not confirmed in time. */
  NOT_CONFIRMED,
  /** It mentions the losing registrar. */
  LOSING_REGISTRAR,
  /** It mentions the registrant. */
  REGISTRANT,
  /** It mentions the registry. */
  REGISTRY,
  /** Somebody refused it. */
  REFUSED
}
