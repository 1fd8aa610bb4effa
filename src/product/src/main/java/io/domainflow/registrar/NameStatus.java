package io.domainflow.registrar;

/** The availability of a name. */
public enum NameStatus {
  /** Available at the price of its zone. */
  FREE,
  /** Registered by somebody. */
  TAKEN,
  /** Available as a premium name, at that name's price. */
  PREMIUM,
  /** Reserved by the registry. */
  RESERVED,
  /** Available, but with a trademark notice that has to be accepted first. */
  CLAIMS,
  /** Not a valid name to register. */
  INVALID,
  /** In a top-level domain that is not offered. */
  UNSUPPORTED,
  /** The registrar could not find out just now. */
  UNKNOWN
}
