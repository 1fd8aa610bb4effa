package io.domainflow.registrar.command;

/**
 * A command that only asks. It may be sent again at any time.
 *
 * @param <R> what its answer says
 */
public non-sealed interface Query<R> extends Command<R> {}
