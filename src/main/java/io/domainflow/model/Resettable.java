package io.domainflow.model;

/**
 * Something that forgets what it was doing when a demonstration starts over: what is open ends,
 * what is remembered of accounts goes back to its defaults. The processes end first; the others do
 * not depend on each other.
 */
public interface Resettable {

  /** Ends what is open. */
  void startOver();
}
