package io.domainflow.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event in the history of an order.
 *
 * @param who whom the order waits for from then on, or was waiting for if it continues only for a
 *     retry; else null
 * @param code what it waits for; null as above
 * @param text for people, without personal data; null if the kind is sufficient
 * @param by the login of the person who did it; null if no person did
 */
public record OrderEvent(
    Instant at,
    Kind kind,
    WaitingFor.@Nullable Who who,
    WaitingFor.@Nullable Code code,
    @Nullable String text,
    @Nullable String by) {

  /** The kind of event. */
  public enum Kind {
    PLACED,
    WAITING,
    /** The order continues after another party has acted. */
    IN_PROGRESS,
    COMPLETED,
    FAILED,
    CANCELLED,
    /** A person has completed a task of it. */
    TASK_COMPLETED,
    /** The awaited input was sent over the order API. */
    INPUT_GIVEN,
    /** Somebody has ticked a consent among the additional fields. */
    CONSENT_GIVEN,
    /** Somebody has asked over the order API to have the registrar send its mails again. */
    RESEND_ASKED,
    /** The registrar has accepted to send its mails again. */
    MAILS_SENT_AGAIN,
    /** The registrar has refused to send its mails again; the text is its refusal. */
    RESEND_REFUSED,
    /** Somebody has asked to withdraw the operation at the registrar. */
    WITHDRAWAL_ASKED,
    /** The order gave way to another one of its owner for the same name; the text says which. */
    GAVE_WAY,
    /** A section of the name was set as ordered by an update. */
    SECTION_CHANGED,
    /** A section of the name could not be set as ordered by an update; the text says why. */
    SECTION_REFUSED,
    /** The transfer lock was opened so that the name can leave with its auth code. */
    LOCK_OPENED,
    /** That lock was set again, or the registrar refused; then the text is its refusal. */
    LOCK_SET_AGAIN,
    /** The registrant was informed by mail that an auth code was issued. */
    REGISTRANT_TOLD,
    /** The auth code of the order was read. */
    AUTH_CODE_READ,
    /** An administrator has moved the process past its steps; the text says from where to where. */
    PROCESS_MOVED
  }

  /** The same event with another text. */
  public OrderEvent withText(String other) {
    return new OrderEvent(at, kind, who, code, other, by);
  }
}
