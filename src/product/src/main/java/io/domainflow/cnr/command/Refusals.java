package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.message.ResultCode;
import io.domainflow.registrar.Answer;
import io.domainflow.registrar.Answer.Kind;
import io.domainflow.registrar.Answer.Load;
import io.domainflow.registrar.RefusalReason;

/** Refusals created here for commands that the registrar lacks. */
public final class Refusals {

  private Refusals() {}

  /**
   * A refusal.
   *
   * @param code the registrar's equivalent code
   * @param words a sentence for people
   */
  public static <R> Answer<R> of(RefusalReason reason, ResultCode code, String words) {
    return of(reason, code, words, "«" + words + "», without having been asked");
  }

  /** A refusal for an object that the registrar still shows but that no longer exists. */
  static <R> Answer<R> notFound(String words) {
    return of(RefusalReason.NOT_FOUND, ResultCode.NOT_FOUND, words, "«" + words + "»");
  }

  private static <R> Answer<R> of(
      RefusalReason reason, ResultCode code, String words, String text) {
    return new Answer<>(
        Kind.REFUSED, null, reason, code.code(), words, text, true, false, Load.FINE);
  }

  /** An answer to a query that could not be answered just now. */
  static <R> Answer<R> notAnswered(int code, String words) {
    return new Answer<>(
        Kind.TRY_LATER,
        null,
        RefusalReason.OTHER,
        code,
        words,
        "«" + words + "»",
        true,
        false,
        Load.FINE);
  }

  /** A refusal for a command that the registrar lacks. */
  public static <R> Answer<R> notOffered(String words) {
    return of(RefusalReason.NOT_OFFERED, ResultCode.NOT_SUPPORTED_FOR_CLASS, words);
  }
}
