package io.domainflow.consent;

/** Whose consent it is. */
public enum ConsentSide {
  /** The holder of the name before the change. */
  PRIOR,
  /** The holder after it. */
  NEW
}
