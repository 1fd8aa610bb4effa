package io.domainflow.ispapi.probe;

import io.domainflow.registrar.command.Mutation;
import io.domainflow.wire.Probe;

/**
 * A probe at ISPAPI.
 *
 * @param <C> the command
 * @param <R> its result
 */
public interface IspapiProbe<C extends Mutation<R>, R> extends Probe<C, R> {}
