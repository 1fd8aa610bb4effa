package io.domainflow.model;

/**
 * Something with state that a reset of the sandbox clears: open work ends, and accounts return to
 * their defaults. The processes end first; the others do not depend on each other.
 */
public interface Resettable {

  /** Ends what is open. */
  void startOver();
}
