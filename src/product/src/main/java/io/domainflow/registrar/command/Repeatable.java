package io.domainflow.registrar.command;

/**
 * An idempotent command that changes something and costs no more if it is carried out twice. After
 * an unclear answer it is simply sent again.
 *
 * @param <R> type of its result
 */
public non-sealed interface Repeatable<R> extends Command<R> {

  /** Whether it changes a name, its transfer or its auth code. */
  default boolean changesName() {
    return true;
  }
}
