package io.domainflow.registrar;

/**
 * What a registrar's words about a change of registrant point to, where its codes leave it open. No
 * contract: to be read only where nothing else tells.
 */
public enum ChangeHint {
  /** It wants a plain update, because for it the registrant stays the same. */
  UPDATE_WANTED,
  /** It misses what the reseller confirms of a registrant. */
  CONFIRMATION_MISSING,
  /** An additional field is named. */
  ADDITIONAL_FIELD,
  /** Somebody said no. */
  DECLINED,
  /** Nobody confirmed it in time. */
  NOT_CONFIRMED,
  /** The registry is spoken of. */
  REGISTRY,
  /** The registrant is spoken of. */
  REGISTRANT,
  /** The state of the name prevented it. */
  STATE_OF_NAME
}
