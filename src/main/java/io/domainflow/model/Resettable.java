package io.domainflow.model;

/**
 * Something that forgets what it was doing when a demonstration starts over: what is open ends,
 * what is remembered of accounts goes back to its defaults.
 */
public interface Resettable {

  /** Ends what is open. */
  void startOver();
}
