package io.domainflow.model;

/**
 * A component with state that a reset of the sandbox clears: open work ends, and accounts return to
 * their defaults. The processes end first; the order of the others does not matter.
 */
public interface Resettable {

  /** Clears the state. */
  void startOver();
}
