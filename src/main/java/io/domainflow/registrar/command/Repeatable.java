package io.domainflow.registrar.command;

/**
 * A command that changes something but, sent twice, does no more than sent once, and costs nothing.
 * After an unclear answer it is simply sent again.
 *
 * @param <R> what its answer says
 */
public non-sealed interface Repeatable<R> extends Command<R> {}
