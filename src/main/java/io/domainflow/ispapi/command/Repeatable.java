package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.ResultCode;

/**
 * A command that changes something but does, sent twice, what it does sent once, and costs nothing.
 * After an unclear answer it is simply sent again.
 *
 * @param <R> what its answer says
 */
public non-sealed interface Repeatable<R> extends Command<R> {

  /** Whether a refusal says that what is wanted is so already. */
  default boolean isAlreadySo(ResultCode refusal) {
    return false;
  }

  @Override
  default int points() {
    return 10;
  }
}
