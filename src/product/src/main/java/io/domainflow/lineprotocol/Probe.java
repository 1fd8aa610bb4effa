package io.domainflow.lineprotocol;

import io.domainflow.registrar.Intent;
import io.domainflow.registrar.ProbeResult;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.command.Mutation;

/**
 * Finds out by reading whether a command was executed. There is one for each command that changes
 * something and must not be sent twice.
 *
 * @param <C> the command
 * @param <R> its result
 */
public interface Probe<C extends Mutation<R>, R> {

  /** The command this probe is for. */
  default Class<C> command() {
    return CommandType.of(Probe.class, this);
  }

  /**
   * Checks an attempt.
   *
   * @param intent the attempt with the unknown outcome
   * @param registrar reads for the account of the attempt
   */
  ProbeResult<R> probe(C command, Intent intent, Reader registrar);
}
