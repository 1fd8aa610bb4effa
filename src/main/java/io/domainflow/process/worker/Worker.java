package io.domainflow.process.worker;

import io.domainflow.ispapi.command.Mutation;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;

/**
 * One kind of external task: what it asks the registrar, and what the answer means for the order.
 *
 * @param <A> the answer
 */
public sealed interface Worker<A> {

  /** Topic of the external tasks in the models. */
  String topic();

  /** Records what the answer means; runs in the transaction that completes the task. */
  StepResult conclude(ProvisioningOrder order, A answer);

  /**
   * Records what a refusal means; runs in the transaction that completes the task.
   *
   * @throws Refused if the business cannot answer it: the step becomes an incident
   */
  default StepResult refused(ProvisioningOrder order, Refused refusal) {
    throw refusal;
  }

  /** Asks without changing anything. */
  non-sealed interface Reading<A> extends Worker<A> {

    /** Asks the registrar; runs outside of any transaction and may be repeated. */
    A ask(ProvisioningOrder order, RegistrarGateway registrar);
  }

  /** Changes something at the registrar, at most once. */
  non-sealed interface Changing<A> extends Worker<A> {

    /**
     * The command, made of nothing but the stored order. Runs in the transaction that locks the
     * task, and again after a crash to find out what became of it.
     */
    Mutation<A> prepare(ProvisioningOrder order);
  }
}
