package io.domainflow.model;

/**
 * Tells whoever asked to be told what happened; written in the transaction of the step that made it
 * happen, sent later.
 */
public interface Announcements {

  /** Announces something, if the transaction that is under way commits. */
  void announce(Announcement announcement);
}
