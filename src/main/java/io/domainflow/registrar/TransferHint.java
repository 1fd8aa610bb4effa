package io.domainflow.registrar;

/**
 * What a registrar's words about a transfer point to, where its codes leave it open. No contract:
 * to be read only where nothing else tells.
 */
public enum TransferHint {
  /** An auth code is spoken of. */
  AUTH_CODE,
  AUTH_CODE_WRONG,
  AUTH_CODE_MISSING,
  /** The period is spoken of. */
  PERIOD,
  /** An additional field is named. */
  ADDITIONAL_FIELD,
  /** The name is locked against transfers. */
  LOCKED,
  /** The name was registered or transferred too recently. */
  TOO_YOUNG,
  /** Another transfer of the name runs. */
  UNDER_WAY,
  /** Nobody confirmed it in time. */
  NOT_CONFIRMED,
  /** The registrar that has the name is spoken of. */
  LOSING_REGISTRAR,
  /** The registrant is spoken of. */
  REGISTRANT,
  /** The registry is spoken of. */
  REGISTRY,
  /** Somebody said no. */
  REFUSED
}
