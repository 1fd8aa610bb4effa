package io.domainflow.process.worker;

/** Continues with the step that follows one that has ended on this node. */
interface Continuation {

  /** Whether the step that follows this one may be locked for this node. */
  boolean isWelcomeAfter(LockedTask ended);

  /** Works on a step that was locked in the transaction that ended the one before. */
  void work(LockedTask next);
}
