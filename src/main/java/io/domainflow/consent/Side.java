package io.domainflow.consent;

/** Whose consent it is. */
public enum Side {
  /** Whoever holds the name before the change. */
  PRIOR,
  /** Whoever is to hold it. */
  NEW
}
