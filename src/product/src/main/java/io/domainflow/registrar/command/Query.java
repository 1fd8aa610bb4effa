package io.domainflow.registrar.command;

/**
 * A command that changes nothing and may be repeated at any time.
 *
 * @param <R> type of its result
 */
public non-sealed interface Query<R> extends Command<R> {}
