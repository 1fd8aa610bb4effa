package io.domainflow.rest.analysis;

import io.domainflow.analysis.ProcessAudit.Subject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The history of a process instance, oldest first, in words.
 *
 * @param process its key
 * @param name the name of the process, for people
 * @param reference of the order; without an order, the subject
 * @param caller the process instance that called it
 * @param endedAt null while it runs
 * @param order id of the order that it carries out, or a part of it
 * @param more whether there are more events, before the first entry
 */
record AuditView(
    String id,
    String process,
    String name,
    int version,
    String reference,
    @Nullable String caller,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable UUID order,
    List<Entry> entries,
    boolean more) {

  static AuditView of(Subject subject, List<Entry> entries, boolean more) {
    return new AuditView(
        subject.id(),
        subject.process(),
        subject.name(),
        subject.version(),
        subject.reference(),
        subject.caller(),
        subject.startedAt(),
        subject.endedAt(),
        subject.order(),
        entries,
        more);
  }

  /**
   * An event.
   *
   * @param text a sentence for people; for a comment its text
   * @param by the login that did it
   * @param tookSeconds how long it took or was open; null if that means nothing
   * @param command the registrar's command; null for other entries
   * @param code of the registrar's answer; null if there was none
   * @param wentWrong whether a call did not achieve its purpose; «not found» is a valid answer to a
   *     question
   * @param instance the process instance that was called; null for other entries
   */
  record Entry(
      Instant at,
      Kind kind,
      String text,
      @Nullable String by,
      @Nullable Double tookSeconds,
      @Nullable String command,
      @Nullable Integer code,
      boolean wentWrong,
      @Nullable String instance) {}

  /** The kind of an entry. */
  enum Kind {
    /** The order: placed, waiting, continued, ended. */
    ORDER,
    /** The outcome of a command to the registrar. */
    REGISTRAR,
    /** A call to the registrar, with its code and duration. */
    CALL,
    /** An action of a person or the caller. */
    PERSON,
    /** A task that was opened or closed. */
    TASK,
    /** A comment of a member of staff on a task. */
    COMMENT,
    /** The process itself, or a process that it called. */
    PROCESS,
    /** A step that stopped, or has continued. */
    TROUBLE
  }
}
