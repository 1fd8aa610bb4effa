package io.domainflow.cnr.probe;

import io.domainflow.lineprotocol.Probe;
import io.domainflow.registrar.command.Mutation;

/**
 * A probe at CentralNic Reseller.
 *
 * @param <C> the command
 * @param <R> its result
 */
public interface CnrProbe<C extends Mutation<R>, R> extends Probe<C, R> {}
