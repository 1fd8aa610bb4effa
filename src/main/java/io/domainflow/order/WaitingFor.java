package io.domainflow.order;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom an order waits for, and for what.
 *
 * @param what for people, in plain sentences and without personal data
 * @param until when it is overdue or looked at again; null if open-ended
 * @param taskId the task in the engine, if a person has one; else null
 */
public record WaitingFor(
    Who who, Code code, String what, @Nullable Instant until, @Nullable String taskId) {

  /** What is tried again automatically, so that nobody has to do anything. */
  public static final Set<Code> TRIED_AGAIN =
      Set.of(Code.REGISTRAR_UNREACHABLE, Code.OUTCOME_UNKNOWN);

  /** What stands in place of what an order really waits for, until a step of it works again. */
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

    /** Whether nobody who works with orders here can do in its stead what is waited for. */
    public boolean isOutside() {
      return switch (this) {
        case REGISTRAR, REGISTRANT, PRIOR_REGISTRANT -> true;
        case OPERATOR, APPROVER, CALLER -> false;
      };
    }
  }

  /** What is awaited. */
  public enum Code {
    /** The registry wants additional fields that the order lacks. */
    ADDITIONAL_FIELDS,
    /** The name has a price of its own that nobody has agreed to yet. */
    PRICE,
    /** A trademark notice stands against the name and has to be accepted first. */
    CLAIMS_NOTICE,
    /** The registrar refused something that can be corrected; nothing was bought. */
    REGISTRAR_REFUSED,
    /** The account cannot pay; the order continues when it has been topped up. */
    CREDIT,
    /** The registrar accepted the registration; the registry has not decided yet. */
    REGISTRATION_PENDING,
    /** The registry has not decided in time; an operator decides whether to keep waiting. */
    REGISTRATION_OVERDUE,
    /** A form has to be signed and sent, or is being checked; the registry decides after that. */
    SIGNED_FORM,
    /** The signed form did not bring a decision in time; an operator decides how to continue. */
    SIGNED_FORM_OVERDUE,
    /** The transfer needs an auth code, and none was given. */
    AUTH_CODE_MISSING,
    /** The registrar says that the auth code is not the name's. */
    AUTH_CODE_WRONG,
    /** The name is locked against transfers where it is now. */
    TRANSFER_LOCKED,
    /** The name was registered or transferred too recently to be transferred again. */
    TOO_YOUNG,
    /** Another transfer of the name is running, which is not ours. */
    TRANSFER_PENDING,
    /** The registrant has to confirm the transfer by mail. */
    CONFIRMATION_MAIL,
    /** The transfer is with the registry and the losing registrar, who have time to object. */
    TRANSFER_AT_REGISTRY,
    /** The name has arrived; it has no usable contacts, and setting them changes the registrant. */
    CONTACTS_AFTER_TRANSFER,
    /** The name has arrived; something that was ordered with it could not be set. */
    SETUP_AFTER_TRANSFER,
    /** The registrar has made a change of registrant of something that was not meant as one. */
    UNINTENDED_TRADE,
    /** Another change of registrant of the name is running, which is not this one. */
    CHANGE_PENDING,
    /** Whether to accept the lock after a change of registrant, or to wait; nobody has chosen. */
    CHOICE,
    /** The consent of one of the two registrants is to be given by the designated agent. */
    CONSENT,
    /** The person who is to give that consent has asked something. */
    QUESTION,
    /** The prior registrant has to confirm the change of registrant by mail. */
    CONFIRMATION,
    /** The renewal was bought; the registrar does not show the later date yet. */
    RENEWAL_AT_REGISTRY,
    /** The deleted name is being restored, which takes up to three working days. */
    RESTORE_AT_REGISTRY,
    /** Somebody has to confirm that the name is to be deleted. */
    DELETION_CONFIRMATION,
    /** The registrar accepted the deletion; the name is still there. */
    DELETION_PENDING,
    /** An approver has to agree to how the name is to be changed. */
    UPDATE_APPROVAL,
    /** The registrar accepted a change of how the name is set up; the registry has not done it. */
    UPDATE_AT_REGISTRY,
    /** An approver has to agree that the auth code of the name is given out. */
    AUTH_CODE_APPROVAL,
    /** The registrar accepted to make an auth code; the registry has not done it. */
    AUTH_CODE_AT_REGISTRY,
    /** An approver has to agree that the name is given away. */
    RELEASE_APPROVAL,
    /** The registrar accepted to give the name away; the registry has not done it. */
    RELEASE_AT_REGISTRY,
    /** The name is registered, but not exactly as ordered. */
    REGISTERED_DIFFERENTLY,
    /**
     * The registrar cannot be reached or asks to come back later; nothing was done there, or
     * nothing that sending it again would do twice.
     */
    REGISTRAR_UNREACHABLE,
    /** The registrar did not answer; what happened is looked up before anything is repeated. */
    OUTCOME_UNKNOWN,
    /**
     * A step could not be carried out; the message says what to repair; then an administrator
     * retries the step in Cockpit.
     */
    TECHNICAL_PROBLEM
  }
}
