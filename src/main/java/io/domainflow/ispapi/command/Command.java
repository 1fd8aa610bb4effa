package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.IspapiResponse;
import java.util.Map;

/**
 * One command of the registrar.
 *
 * @param <R> what its answer says
 */
public sealed interface Command<R> permits Query, Mutation {

  /** The registrar's name of the command, such as {@code AddDomain}. */
  String name();

  /** The parameters in wire form and order, without {@code COMMAND}. */
  Map<String, String> parameters();

  /**
   * Reads the answer. To be asked only for an answer that is a success, or the negative result of a
   * check.
   */
  R result(IspapiResponse response);
}
