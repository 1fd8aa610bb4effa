package io.domainflow.rest;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has happened to an order, oldest first, in words. */
public record TimelineView(String reference, List<Entry> entries) {

  /**
   * Something that happened.
   *
   * @param kind what it was about
   * @param text a sentence for people; of a comment what was written
   * @param by who did it; null if nobody did or it is not the reader's to know
   */
  public record Entry(Instant at, Kind kind, String text, @Nullable String by) {}

  /** What an entry is about. */
  public enum Kind {
    /** The order itself: placed, waiting, continued, ended. */
    STATUS,
    /** Something that the registrar was asked to do. */
    REGISTRAR,
    /** Something that a person or the caller did. */
    PERSON,
    /** Something that one of our people wrote to a task. */
    COMMENT
  }
}
