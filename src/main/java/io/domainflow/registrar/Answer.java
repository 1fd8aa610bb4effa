package io.domainflow.registrar;

import org.jspecify.annotations.Nullable;

/**
 * What a registrar answered, as its dialect reads it.
 *
 * @param result what the answer says; null unless the kind is {@link Kind#SUCCESS}, or {@link
 *     Kind#NEGATIVE_CHECK} of a question
 * @param reason why it says no; means something only where the kind says no
 * @param code the registrar's number of the answer
 * @param words the registrar's own words. They may repeat what was sent
 * @param told code and words for people, without what was sent, as that may be personal data
 * @param documented whether the registrar documents the code
 * @param away whether the registrar's server as a whole is busy or away, and not this one command
 * @param load what the registrar thinks of how much the account asks
 * @param <R> what the answer to the command says
 */
public record Answer<R>(
    Kind kind,
    @Nullable R result,
    RefusalReason reason,
    int code,
    String words,
    String told,
    boolean documented,
    boolean away,
    Load load) {

  /**
   * The result of an answer of a kind that has one.
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

  /** Without the result and the words, which may have personal data. */
  @Override
  public String toString() {
    return "Answer[" + kind + ", " + code + "]";
  }

  /** What an answer means for the sender of the command. */
  public enum Kind {
    /** Done, or accepted and pending. */
    SUCCESS,
    /** A check came out negative: an answer, not a failure. */
    NEGATIVE_CHECK,
    /** Surely not executed, or only a question: the same command may be sent again later. */
    TRY_LATER,
    /** A command that changes something may have been executed: ask, do not repeat. */
    IN_DOUBT,
    /** The account's login or rights were refused: someone has to look at the account. */
    LOGIN_REFUSED,
    /** The account has run out of credit. */
    CREDIT,
    /** The registrar or the registry says no; the same command would be refused again. */
    REFUSED
  }

  /** How the registrar rates the load of the account. */
  public enum Load {
    FINE,
    /** More than the account may ask. */
    TOO_MUCH,
    /** More at a time than the account may ask. */
    TOO_MANY_AT_ONCE
  }
}
