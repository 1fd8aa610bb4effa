package io.domainflow.process.worker;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.Mutation;
import java.util.Set;

/**
 * One kind of external task: what it asks the registrar, and what the answer means.
 *
 * @param <A> the answer
 */
public sealed interface Worker<A> {

  /** Topic of the external tasks in the models. */
  String topic();

  /**
   * Topics that models had before, whose instances may still be running: this worker now does the
   * work of these tasks. One can go, with the variables that only those models read, when no
   * instance of them is left in any installation.
   */
  default Set<String> formerTopics() {
    return Set.of();
  }

  /** A step of an order. It is worked only while the order is open, unless it outlives it. */
  sealed interface OfOrder<A> extends Worker<A> {

    /**
     * Whether it also runs after its order is completed, because it takes care of the order's
     * result.
     */
    default boolean outlivesItsOrder() {
      return false;
    }

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
  }

  /** Asks, or brings about what may be brought about twice, for a reseller account as a whole. */
  non-sealed interface OfAccount<A> extends Worker<A> {

    /** Asks the registrar; runs outside of any transaction and may be repeated. */
    A ask(AccountStep step, RegistrarGateway registrar);

    /** Records what the answer means; runs in the transaction that completes the task. */
    StepResult conclude(AccountStep step, A answer);
  }

  /** Asks, or brings about what may be brought about twice. */
  non-sealed interface Repeatable<A> extends OfOrder<A> {

    /** Asks the registrar; runs outside of any transaction and may be repeated. */
    A ask(ProvisioningOrder order, RegistrarGateway registrar);
  }

  /** Changes something at the registrar, at most once. */
  non-sealed interface Changing<A> extends OfOrder<A> {

    /**
     * The command, built only from the stored order. Runs in the transaction that locks the task,
     * and again after a crash to find out the outcome.
     */
    Mutation<A> prepare(ProvisioningOrder order);

    /**
     * Looks right before the command is sent, however long ago it was prepared, whether its
     * preconditions still hold: an agreed price, consents, a confirmation. They are read from our
     * own tables, never from a variable, and the way that the process has taken proves none of
     * them; what the registrar asks may have changed while it was away.
     *
     * @param order as it was when the command was prepared
     * @throws NotToBeSent if it must not be sent
     */
    void lookBeforeSending(ProvisioningOrder order, RegistrarGateway registrar);
  }

  /** A command that was prepared and not sent, because something has changed. */
  final class NotToBeSent extends RuntimeException {

    private final transient StepResult result;

    /**
     * Ends the step without sending.
     *
     * @param result what the step ends with instead
     */
    public NotToBeSent(StepResult result) {
      super("what the command was prepared for has changed");
      this.result = result;
    }

    StepResult result() {
      return result;
    }
  }
}
