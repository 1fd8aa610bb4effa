package io.domainflow.rest.analysis;

import io.domainflow.analysis.ProcessAudit.Subject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What has happened to a process instance, oldest first, in words.
 *
 * @param process its key
 * @param name the process's, for people
 * @param reference of the order; what it is about if it has none
 * @param caller the process instance that called it
 * @param endedAt null while it runs
 * @param order id of the order that it carries out, or a part of it
 * @param more whether more has happened, before the first entry
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
   * Something that happened.
   *
   * @param text a sentence for people; of a comment what was written
   * @param by the login that did it
   * @param tookSeconds how long it took or was open; null if that says nothing
   * @param command what the registrar was asked for; null for other entries
   * @param code of the registrar's answer; null if there was none
   * @param wentWrong whether a call did not do what it was meant for; that something is not there
   *     is an answer to a question
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

  /** What an entry is about. */
  enum Kind {
    /** The order: placed, waiting, continued, ended. */
    ORDER,
    /** The outcome of a command to the registrar. */
    REGISTRAR,
    /** A call to the registrar, with its code and how long it took. */
    CALL,
    /** Something that a person or the caller did. */
    PERSON,
    /** A task that was opened or closed. */
    TASK,
    /** Something that one of our people wrote to a task. */
    COMMENT,
    /** The process itself, or one that it called. */
    PROCESS,
    /** A step that stopped, or continues. */
    TROUBLE
  }
}
