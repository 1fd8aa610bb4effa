package io.domainflow.cnr.command;

import io.domainflow.registrar.command.Query;

/**
 * How one of our questions is put together from several of the registrar's.
 *
 * @param <C> our question
 * @param <R> what its answer says
 */
public interface Composed<C extends Query<R>, R> {

  /** Our question. */
  Class<C> query();

  /** The registrar's name of the command that it begins with. */
  String name(C query);

  /** What its calls count in the quota system, each of them one point. */
  int points(C query);

  /**
   * Asks.
   *
   * @throws PartUnanswered if one of its questions is not answered
   */
  R ask(C query, Calls calls);
}
