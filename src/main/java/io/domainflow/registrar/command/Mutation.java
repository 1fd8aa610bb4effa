package io.domainflow.registrar.command;

/**
 * A command that changes something. A registrar knows no idempotency key: sent twice, it may be
 * executed twice.
 *
 * @param <R> what its answer says
 */
public non-sealed interface Mutation<R> extends Command<R> {

  /** What it acts on: the domain name in A-label form, or a handle. */
  String object();

  /** Whether the account is charged when it is executed. */
  boolean costsMoney();
}
