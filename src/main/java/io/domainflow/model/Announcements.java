package io.domainflow.model;

/**
 * Tells subscribers what happened; written in the transaction of the step that made it happen, sent
 * later.
 */
public interface Announcements {

  /**
   * Announces it, within a transaction that is under way. What is rolled back is not told.
   *
   * @throws IllegalArgumentException if there is no such type
   */
  void announce(Announcement announcement);
}
