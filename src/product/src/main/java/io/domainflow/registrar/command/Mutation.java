package io.domainflow.registrar.command;

/**
 * A command that changes something. Registrars have no idempotency key: sent twice, it may be
 * executed twice.
 *
 * @param <R> type of its result
 */
public non-sealed interface Mutation<R> extends Command<R> {

  /** The object that it changes: the domain name in A-label form, or a handle. */
  String object();

  /** Whether the account is charged when it is executed. */
  boolean costsMoney();
}
