package io.domainflow.model;

/**
 * Tells subscribers what happened; written in the transaction of the step that made it happen, sent
 * later.
 */
public interface Announcements {

  /**
   * Announces it, within a transaction that is under way. A rolled-back event is not announced.
   *
   * @throws IllegalArgumentException if there is no such type
   */
  void announce(Announcement announcement);
}
