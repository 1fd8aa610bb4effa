package io.domainflow.registrar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a look at the registrar found out about the outcome of a command.
 *
 * @param <R> what the answer to the command says
 */
public sealed interface Finding<R> {

  /** The command was carried out; this is what its answer would have been. */
  record Executed<R>(R result) implements Finding<R> {}

  /** Nothing shows at present that it was carried out. */
  record NoTrace<R>() implements Finding<R> {}

  /**
   * It is unknown whether it was carried out, perhaps because the registrar could not be asked.
   *
   * @param reason why, for people, as a part of a sentence
   * @param registrarAway whether the registrar could not be asked at all
   * @param until when it is worth looking again; null if that is not known
   */
  record Inconclusive<R>(String reason, boolean registrarAway, @Nullable Instant until)
      implements Finding<R> {

    public Inconclusive(String reason) {
      this(reason, false, null);
    }
  }
}
