package io.domainflow.registrar.command;

/**
 * A command to a registrar, independent of its platform. The {@link
 * io.domainflow.registrar.Dialect} translates it.
 *
 * @param <R> type of its result
 */
public sealed interface Command<R> permits Query, Repeatable, Mutation {

  /** Our name of the command, as used in the journal. */
  default String name() {
    return getClass().getSimpleName();
  }

  /** The {@link #name} of a kind of command. */
  static String nameOf(Class<? extends Command<?>> kind) {
    return kind.getSimpleName();
  }
}
