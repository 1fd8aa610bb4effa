package io.domainflow.registrar;

import io.domainflow.ispapi.command.Mutation;
import io.domainflow.ispapi.command.Query;
import java.time.Instant;

/**
 * Finds out by reading whether a command was carried out. Each command that changes something has
 * one.
 *
 * @param <C> the command
 * @param <R> its result
 */
interface Probe<C extends Mutation<R>, R> {

  /** The command this probe is for. */
  Class<C> command();

  /**
   * Looks.
   *
   * @param intent the attempt in doubt
   * @param registrar reads for the account of the attempt
   */
  Finding<R> look(C command, Intent intent, Reader registrar);

  /** Asks the registrar without changing anything. */
  interface Reader {
    <Q> Q ask(Query<Q> query);
  }

  /** What a look brought. */
  sealed interface Finding<R> {

    /** The command was carried out; this is what its answer would have been. */
    record Executed<R>(R result) implements Finding<R> {}

    /** There is no trace of it, now. */
    record NoTrace<R>() implements Finding<R> {}

    /**
     * The look itself brought nothing; perhaps because the registrar could not be asked.
     *
     * @param until when it is worth looking again; null if that is not known
     */
    record Inconclusive<R>(String reason, boolean registrarAway, Instant until)
        implements Finding<R> {

      Inconclusive(String reason) {
        this(reason, false, null);
      }
    }
  }
}
