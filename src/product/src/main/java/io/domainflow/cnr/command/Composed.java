package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.CommandType;
import io.domainflow.model.DomainName;
import io.domainflow.registrar.command.Command;
import java.util.Optional;

/**
 * Composes one of our commands from several of the registrar's, of which at most one changes
 * something.
 *
 * @param <C> our command
 * @param <R> type of its result
 */
public interface Composed<C extends Command<R>, R> {

  /** Our command. */
  default Class<C> command() {
    return CommandType.of(Composed.class, this);
  }

  /** The registrar's name of the command that matters most. */
  String name(C command);

  /** Its subject; empty if it concerns the whole account. */
  default Optional<DomainName> about(C command) {
    return Optional.empty();
  }

  /** The points of all its calls in the quota system. */
  int points(C command);

  /**
   * Sends the queries, then the command that changes something.
   *
   * @throws ComposedCallFailed if one of them fails
   */
  R ask(C command, Calls calls);
}
