package io.domainflow.ispapi.probe;

import io.domainflow.lineprotocol.Probe;
import io.domainflow.registrar.command.Mutation;

/**
 * A probe at ISPAPI.
 *
 * @param <C> the command
 * @param <R> its result
 */
public interface IspapiProbe<C extends Mutation<R>, R> extends Probe<C, R> {}
