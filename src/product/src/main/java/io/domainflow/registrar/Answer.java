package io.domainflow.registrar;

import org.jspecify.annotations.Nullable;

/**
 * A registrar's answer, as parsed by its dialect.
 *
 * @param result the content of the answer; null unless the kind is {@link Kind#SUCCESS}, or {@link
 *     Kind#NEGATIVE_CHECK} of a query
 * @param reason why it refuses; meaningful only for refusals
 * @param code the registrar's result code
 * @param words the registrar's message, which may repeat data that was sent
 * @param text code and message for people, without data that was sent, as it may be personal
 * @param documented whether the registrar documents the code
 * @param away whether the registrar's server as a whole is busy or unavailable, rather than this
 *     one command
 * @param load how the registrar rates the load of the account
 * @param <R> type of the command's result
 */
public record Answer<R>(
    Kind kind,
    @Nullable R result,
    RefusalReason reason,
    int code,
    String words,
    String text,
    boolean documented,
    boolean away,
    Load load) {

  /**
   * The result of an answer that has one.
   *
   * @throws IllegalStateException if it has none
   */
  R resultOrThrow() {
    if (result == null) {
      throw new IllegalStateException(this + " has no result");
    }
    return result;
  }

  /** Whether the registrar has stopped the account. */
  boolean saysAccountIsStopped() {
    return kind == Kind.LOGIN_REFUSED && reason == RefusalReason.ACCOUNT_STOPPED;
  }

  /** Without the result and the message, which may contain personal data. */
  @Override
  public String toString() {
    return "Answer[" + kind + ", " + code + "]";
  }

  /** What an answer means for the sender of the command. */
  public enum Kind {
    /** Executed, or accepted and pending. */
    SUCCESS,
    /** A check came out negative: an answer, not a failure. */
    NEGATIVE_CHECK,
    /** Certainly not executed, or only a query: the same command may be sent again later. */
    TRY_LATER,
    /** A command that changes something may have been executed: check, do not repeat. */
    IN_DOUBT,
    /** The account's login or rights were refused: somebody has to check the account. */
    LOGIN_REFUSED,
    /** The account has run out of credit. */
    CREDIT,
    /** The registrar or the registry refused; the same command would be refused again. */
    REFUSED
  }

  /** How the registrar rates the load of the account. */
  public enum Load {
    FINE,
    /** More calls than the account may make. */
    TOO_MUCH,
    /** More concurrent calls than the account may make. */
    TOO_MANY_AT_ONCE
  }
}
