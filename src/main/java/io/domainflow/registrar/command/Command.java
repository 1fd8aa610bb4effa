package io.domainflow.registrar.command;

/**
 * Something a registrar is asked or told, in our words. How it is said to a registrar is the
 * business of its {@link io.domainflow.registrar.Dialect}.
 *
 * @param <R> what its answer says
 */
public sealed interface Command<R> permits Query, Repeatable, Mutation {

  /** Our name of it, by which the journal of what was changed keeps it. */
  default String name() {
    return getClass().getSimpleName();
  }

  /** The {@link #name} of a kind of command. */
  static String nameOf(Class<? extends Command<?>> kind) {
    return kind.getSimpleName();
  }
}
