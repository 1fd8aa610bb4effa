package io.domainflow.process.worker;

/** Continues with the step that follows one that has ended on this node. */
interface Continuation {

  /** Whether the step that follows this one may be locked for this node. */
  boolean isWelcomeAfter(LockedTask ended);

  /**
   * Holds a step whose lock is about to be committed, so that this node neither loses the lock nor
   * begins the step twice, however long the commit takes.
   */
  void hold(LockedTask next);

  /** Works on a step that is held, now that its lock is committed. */
  void work(LockedTask next);

  /** Stops holding a step that this node does not work on. */
  void letGo(LockedTask next);
}
