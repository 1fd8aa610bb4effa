package io.domainflow.tld;

/** How somebody who moves a name to another registrar comes by its auth code. */
public enum AuthCodeRoute {
  /** The registrar keeps it and shows it. */
  READ,
  /** The registry has none until one is made, which ends on a day of its own. */
  CREATE_AT_REGISTRY,
  /** The registry sends it to the registrant; the registrar does not get to see it. */
  MAILED_BY_REGISTRY,
  /** There is none: the registrar that has the name pushes it to the other one. */
  NONE
}
