package io.domainflow.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that has happened to an order.
 *
 * @param who whom it waits for since, or has waited for if it continues for a try only; else null
 * @param code for what; null as above
 * @param text for people, without personal data; null where the kind says it all
 * @param by the login that did it; null if nobody did
 */
public record OrderEvent(
    Instant at,
    Kind kind,
    WaitingFor.@Nullable Who who,
    WaitingFor.@Nullable Code code,
    @Nullable String text,
    @Nullable String by) {

  /** What has happened. */
  public enum Kind {
    PLACED,
    WAITING,
    /** It continues after another party has acted. */
    IN_PROGRESS,
    COMPLETED,
    FAILED,
    CANCELLED,
    /** A person has completed a task of it. */
    TASK_COMPLETED,
    /** Something was given over the order API that it waited for. */
    INPUT_GIVEN,
    /** Somebody has ticked a box of the additional fields with which something is agreed to. */
    CONSENT_GIVEN,
    MAILS_SENT_AGAIN,
    /** What is under way at the registrar is to be withdrawn. */
    WITHDRAWAL_ASKED,
    /** A section of the name is as an update wants it. */
    SECTION_CHANGED,
    /** A section of the name is not as an update wants it; the text says why. */
    SECTION_REFUSED,
    /** The transfer lock was opened so that the name can leave with its auth code. */
    LOCK_OPENED,
    /** That lock was to be set again; a text is the registrar's refusal. */
    LOCK_SET_AGAIN,
    /** The registrant was told by mail that an auth code was issued. */
    REGISTRANT_TOLD,
    /** The auth code that an order has got was read. */
    AUTH_CODE_READ
  }
}
