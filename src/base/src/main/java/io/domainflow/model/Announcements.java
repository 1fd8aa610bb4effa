package io.domainflow.model;

/** Publishes events to subscribers; stored in the transaction that causes the event, sent later. */
public interface Announcements {

  /**
   * Announces an event within the current transaction. An event that is rolled back is not
   * announced.
   *
   * @throws IllegalArgumentException if there is no such type
   */
  void announce(Announcement announcement);
}
