package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.IspapiResponse;
import java.util.Map;

/**
 * One command of the registrar.
 *
 * @param <R> what its answer says
 */
public sealed interface Command<R> permits Query, Repeatable, Mutation {

  /** The registrar's name of the command, such as {@code AddDomain}. */
  String name();

  /** The parameters in wire form and order, without {@code COMMAND}. */
  Map<String, String> parameters();

  /**
   * Reads the answer. To be asked only for an answer that is a success, the negative result of a
   * check, or a refusal that says that everything {@link Repeatable#isAlreadySo is so already}.
   */
  R result(IspapiResponse response);

  /**
   * Whether an answer is about what was asked. It is not if it states something else: answers that
   * got mixed up on their way must not be believed. Most commands state nothing of the kind.
   */
  default boolean isAnsweredBy(IspapiResponse response) {
    return true;
  }

  /**
   * What the command counts in the registrar's quota system. Its page names a few commands; the
   * others of each kind are counted like them.
   */
  int points();
}
