package io.domainflow.registrar;

/** Whether a name is available. */
public enum NameStatus {
  /** Free, at the price of its zone. */
  FREE,
  /** Somebody has it. */
  TAKEN,
  /** Free, at a price of its own. */
  PREMIUM,
  /** Kept back by the registry. */
  RESERVED,
  /** Free, but with a trademark notice that has to be accepted first. */
  CLAIMS,
  /** No name that could be registered. */
  INVALID,
  /** Below a top-level domain that is not sold. */
  UNSUPPORTED,
  /** The registrar could not find out just now. */
  UNKNOWN
}
