package io.domainflow.tld;

/** How the auth code of a name is obtained. */
public enum AuthCodeRoute {
  /** The registrar stores and shows it. */
  READ,
  /** The registry has none until one is created, which expires. */
  CREATE_AT_REGISTRY,
  /** The registry sends it to the registrant; the registrar never sees it. */
  MAILED_BY_REGISTRY,
  /** There is none: the losing registrar pushes the name to the gaining one. */
  NONE
}
