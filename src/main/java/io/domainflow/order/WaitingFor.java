package io.domainflow.order;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * Whom an order waits for, and for what.
 *
 * @param what for people, in plain sentences and without personal data
 * @param until when it is overdue or looked at again; null if open-ended
 * @param taskId the task in the engine, if a person has one; else null
 */
public record WaitingFor(Who who, Code code, String what, Instant until, String taskId) {

  /** Who has to act. */
  public enum Who {
    OPERATOR,
    REGISTRAR
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
    /** The account cannot pay; the order goes on when it has been topped up. */
    CREDIT,
    /** The registrar accepted the registration; the registry has not decided yet. */
    REGISTRATION_PENDING,
    /** The registry has not decided in time; an operator decides whether to go on waiting. */
    REGISTRATION_OVERDUE,
    /** The name is registered, but not exactly as ordered. */
    REGISTERED_DIFFERENTLY,
    /** The registrar cannot be reached or asks to come back later; nothing was done there. */
    REGISTRAR_UNREACHABLE,
    /** The registrar did not answer; what happened is looked up before anything is repeated. */
    OUTCOME_UNKNOWN,
    /**
     * A step could not be carried out; the message says what to repair; then an administrator
     * retries the step in Cockpit.
     */
    TECHNICAL_PROBLEM;

    private static final Set<Code> FOR_INPUT =
        EnumSet.of(ADDITIONAL_FIELDS, PRICE, CLAIMS_NOTICE, REGISTRAR_REFUSED);

    /** Whether the caller can give what is awaited. */
    boolean isForInput() {
      return FOR_INPUT.contains(this);
    }
  }
}
