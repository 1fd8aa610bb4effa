package io.domainflow.registrar;

/**
 * Hints in a registrar's texts about a change of registrant, for cases that its codes leave open.
 * The texts are not guaranteed: use them only if there is no other source.
 */
public enum ChangeHint {
  /** The registrar requires a plain update, because it considers the registrant unchanged. */
  UPDATE_WANTED,
  /** The reseller's confirmation for a registrant is missing. */
  CONFIRMATION_MISSING,
  /** It mentions an additional field. */
  ADDITIONAL_FIELD,
  /** Somebody declined it. */
  DECLINED,
  /** It was not confirmed in time. */
  NOT_CONFIRMED,
  /** It mentions the registry. */
  REGISTRY,
  /** It mentions the registrant. */
  REGISTRANT,
  /** The status of the name prevented it. */
  STATE_OF_NAME
}
