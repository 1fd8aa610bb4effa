package io.domainflow.rest;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The history of an order, oldest first, in words. */
public record TimelineView(String reference, List<Entry> entries) {

  /**
   * An event.
   *
   * @param kind its kind
   * @param text a sentence for people; for a comment its text
   * @param by who did it; null if nobody did or the reader may not know
   */
  public record Entry(Instant at, Kind kind, String text, @Nullable String by) {}

  /** The kind of an entry. */
  public enum Kind {
    /** The order itself: placed, waiting, continued, ended. */
    STATUS,
    /** A command to the registrar. */
    REGISTRAR,
    /** An action of a person or the caller. */
    PERSON,
    /** A comment of a member of staff on a task. */
    COMMENT
  }
}
