package io.domainflow.registrar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The result of checking at the registrar whether a command was executed.
 *
 * @param <R> type of the command's result
 */
public sealed interface ProbeResult<R> {

  /** The command was executed; this is the result that its answer would have had. */
  record Executed<R>(R result) implements ProbeResult<R> {}

  /** At present, nothing shows that it was executed. */
  record NoTrace<R>() implements ProbeResult<R> {}

  /**
   * It is unknown whether it was executed, perhaps because the registrar could not be reached.
   *
   * @param reason why, for people, as part of a sentence
   * @param registrarAway whether the registrar could not be reached at all
   * @param until when to check again; null if that is not known
   */
  record Inconclusive<R>(String reason, boolean registrarAway, @Nullable Instant until)
      implements ProbeResult<R> {

    public Inconclusive(String reason) {
      this(reason, false, null);
    }
  }
}
