package io.domainflow.wire;

import io.domainflow.registrar.command.Command;
import io.domainflow.registrar.command.Query;
import io.domainflow.wire.protocol.ResultCode;
import io.domainflow.wire.protocol.WireResponse;
import java.util.Map;

/**
 * How one of our commands is said to the registrar, and how its answer is read.
 *
 * @param <C> our command
 * @param <R> what its answer says
 */
public interface Wire<C extends Command<R>, R> {

  /** Our command. */
  Class<C> command();

  /** The registrar's name of the command, such as {@code AddDomain}; may depend on its content. */
  String name(C command);

  /** The parameters in wire form and order, without {@code COMMAND}. */
  Map<String, String> parameters(C command);

  /**
   * Reads the answer. To be asked only for an answer that is a success, the negative result of a
   * check, or a refusal that says that nothing needs to change ({@link #isAlreadySo}).
   */
  R result(C command, WireResponse response);

  /**
   * Whether an answer is about what was asked. It is not if it states something else: answers that
   * were mixed up must not be believed. Most commands state nothing of the kind.
   */
  default boolean isAnsweredBy(C command, WireResponse response) {
    return true;
  }

  /** Whether a refusal says that a repeatable command has nothing left to change. */
  default boolean isAlreadySo(ResultCode refusal) {
    return false;
  }

  /**
   * What the command counts in the registrar's quota system. Its page names a few commands; the
   * others of each kind are counted like them.
   */
  default int points(C command) {
    return Query.class.isAssignableFrom(command()) ? 1 : 10;
  }
}
