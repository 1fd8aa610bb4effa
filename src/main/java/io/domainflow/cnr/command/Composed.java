package io.domainflow.cnr.command;

import io.domainflow.model.DomainName;
import io.domainflow.registrar.command.Command;
import java.util.Optional;

/**
 * How one of our commands is put together from several of the registrar's, of which at most one
 * changes something.
 *
 * @param <C> our command
 * @param <R> what its answer says
 */
public interface Composed<C extends Command<R>, R> {

  /** Our command. */
  Class<C> command();

  /** The registrar's name of the command that matters most. */
  String name(C command);

  /** What it is about; empty if it is about the whole account. */
  default Optional<DomainName> about(C command) {
    return Optional.empty();
  }

  /** What its calls count in the quota system, if all of them are made. */
  int points(C command);

  /**
   * Asks, and then changes what is to be changed.
   *
   * @throws PartUnanswered if one of its commands is not answered as it should
   */
  R ask(C command, Calls calls);
}
