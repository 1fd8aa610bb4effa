package io.domainflow.lineprotocol;

import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.message.ResultCode;
import io.domainflow.registrar.command.Command;
import io.domainflow.registrar.command.Query;
import java.util.Map;

/**
 * Translates one of our commands into the registrar's, and parses its answer.
 *
 * @param <C> our command
 * @param <R> type of its result
 */
public interface Codec<C extends Command<R>, R> {

  /** Our command. */
  default Class<C> command() {
    return CommandType.of(Codec.class, this);
  }

  /** The registrar's name of the command, such as {@code AddDomain}; may depend on its content. */
  String name(C command);

  /** The parameters in the form of the protocol and order, without {@code COMMAND}. */
  Map<String, String> parameters(C command);

  /**
   * Parses the answer. Call it only for a success, the negative result of a check, or a refusal
   * that means that nothing has to change ({@link #meansAlreadyDone}).
   */
  R result(C command, RegistrarResponse response);

  /**
   * Whether an answer belongs to the command. It does not if it names a different object: mixed-up
   * answers must not be trusted. Most answers name none.
   */
  default boolean isAnsweredBy(C command, RegistrarResponse response) {
    return true;
  }

  /** Whether a refusal means that a repeatable command has nothing to change. */
  default boolean meansAlreadyDone(ResultCode refusal) {
    return false;
  }

  /**
   * The points of the command in the registrar's quota system. Its page documents a few commands;
   * similar ones are assumed to cost the same.
   */
  default int points(C command) {
    return Query.class.isAssignableFrom(command()) ? 1 : 10;
  }
}
