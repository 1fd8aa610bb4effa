package io.domainflow.holder;

/** The subject of a holder's link. */
public enum HolderLinkKind {
  /** The holder gets the auth code of the name. */
  AUTH_CODE,
  /** Somebody has requested the transfer of the name to another registrar. */
  OUTGOING_TRANSFER
}
