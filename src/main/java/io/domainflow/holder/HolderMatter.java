package io.domainflow.holder;

/** What a holder is asked about. */
public enum HolderMatter {
  /** He wanted the auth code of his name. */
  AUTH_CODE,
  /** Somebody wants to move his name to another registrar. */
  OUTGOING_TRANSFER
}
