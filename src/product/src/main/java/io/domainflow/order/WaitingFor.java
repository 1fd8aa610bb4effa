package io.domainflow.order;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom an order waits for, and for what.
 *
 * @param what for people, in plain sentences and without personal data
 * @param until each code says what happens then, as where a task is due; null if open-ended
 * @param taskId the task in the engine, if a person has one; else null
 */
public record WaitingFor(
    Who who, Code code, String what, @Nullable Instant until, @Nullable String taskId) {

  /** The codes of automatic retries, in which nobody has to act. */
  public static final Set<Code> TRIED_AGAIN =
      Set.of(Code.REGISTRAR_UNREACHABLE, Code.OUTCOME_UNKNOWN);

  /** The codes whose text a person has written, who may have named somebody. */
  public static final Set<Code> IN_WORDS_OF_A_PERSON = Set.of(Code.QUESTION);

  /** The codes that temporarily replace an order's actual wait while a step cannot be executed. */
  public static final Set<Code> INTERRUPTIONS =
      Set.of(Code.REGISTRAR_UNREACHABLE, Code.OUTCOME_UNKNOWN, Code.TECHNICAL_PROBLEM);

  /** Who has to act. */
  public enum Who {
    OPERATOR,
    APPROVER,
    REGISTRAR,
    /** The registrant of the name, by mail. */
    REGISTRANT,
    /** The registrant before a change of registrant, by mail. */
    PRIOR_REGISTRANT,
    /** The caller who placed the order. */
    CALLER;

    /** Whether only somebody outside, and nobody who works with orders here, can act. */
    public boolean isOutside() {
      return switch (this) {
        case REGISTRAR, REGISTRANT, PRIOR_REGISTRANT -> true;
        case OPERATOR, APPROVER, CALLER -> false;
      };
    }
  }

  /** What the order waits for. */
  public enum Code {
    /** The order lacks additional fields that the registry requires. */
    ADDITIONAL_FIELDS,
    /** Nobody has approved the price yet. */
    PRICE,
    /** There is a trademark notice for the name, which has to be accepted first. */
    CLAIMS_NOTICE,
    /** The registrar refused something that can be corrected; nothing was bought. */
    REGISTRAR_REFUSED,
    /** The account cannot pay; the order continues when it has been topped up. */
    CREDIT,
    /** The registrar accepted the registration; the registry has not decided yet. */
    REGISTRATION_PENDING,
    /** The registry has not decided in time; an operator decides whether to keep waiting. */
    REGISTRATION_OVERDUE,
    /** A form has to be signed and sent, or is being checked, before the registry decides. */
    SIGNED_FORM,
    /** There was no decision about the signed form in time; an operator decides how to continue. */
    SIGNED_FORM_OVERDUE,
    /** The transfer needs an auth code, and none was given. */
    AUTH_CODE_MISSING,
    /** According to the registrar, the auth code is wrong. */
    AUTH_CODE_WRONG,
    /** The name is locked against transfers at its present registrar. */
    TRANSFER_LOCKED,
    /** The name was registered or transferred too recently to be transferred again. */
    TOO_YOUNG,
    /** Somebody else's transfer of the name is under way. */
    TRANSFER_PENDING,
    /** The registrant has to confirm the transfer by mail. */
    CONFIRMATION_MAIL,
    /** The registry and the losing registrar have time to object to the transfer. */
    TRANSFER_AT_REGISTRY,
    /** The name has arrived without usable contacts, and setting them changes the registrant. */
    CONTACTS_AFTER_TRANSFER,
    /** The name has arrived, but part of the ordered setup failed. */
    SETUP_AFTER_TRANSFER,
    /** The registrar has treated an update as a change of registrant. */
    UNINTENDED_TRADE,
    /** Another change of registrant of the name is under way. */
    CHANGE_PENDING,
    /**
     * Somebody has to choose whether to accept the lock after a change of registrant, or to wait.
     */
    CHOICE,
    /** The designated agent has to give the consent of one of the two registrants. */
    CONSENT,
    /** The approver has asked the caller a question. */
    QUESTION,
    /** The prior registrant has to confirm the change of registrant by mail. */
    CONFIRMATION,
    /** The renewal was bought; the registrar does not show the later date yet. */
    RENEWAL_AT_REGISTRY,
    /** The deleted name is being restored, which takes up to three working days. */
    RESTORE_AT_REGISTRY,
    /** Somebody has to confirm that the name is to be deleted. */
    DELETION_CONFIRMATION,
    /** The registrar accepted the deletion; the name still exists. */
    DELETION_PENDING,
    /** An approver has to approve the update. */
    UPDATE_APPROVAL,
    /** The registrar accepted the update; the registry has not executed it yet. */
    UPDATE_AT_REGISTRY,
    /** An approver has to approve that the auth code is issued. */
    AUTH_CODE_APPROVAL,
    /** The registrar accepted the request for an auth code; the registry has not created it yet. */
    AUTH_CODE_AT_REGISTRY,
    /** An approver has to approve the release of the name. */
    RELEASE_APPROVAL,
    /** The registrar accepted the release; the registry has not executed it yet. */
    RELEASE_AT_REGISTRY,
    /** The name is registered, but not exactly as ordered. */
    REGISTERED_DIFFERENTLY,
    /**
     * The registrar cannot be reached or asks to come back later; nothing was done there, or only
     * something that can be repeated safely.
     */
    REGISTRAR_UNREACHABLE,
    /**
     * The registrar did not answer; Domainflow finds out what happened before it repeats anything.
     */
    OUTCOME_UNKNOWN,
    /**
     * A step has failed; the message says what to fix before an administrator retries the step in
     * Cockpit.
     */
    TECHNICAL_PROBLEM
  }
}
