package io.domainflow.process.worker;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.Mutation;
import java.util.Locale;
import org.springframework.util.ClassUtils;

/**
 * Works on one kind of external task: it says what to ask the registrar, and what the answer means.
 *
 * @param <A> the answer
 */
public sealed interface Worker<A> {

  /**
   * Topic of the external tasks in the models. It follows from the name of the class: that of
   * {@code RegisterDomainWorker} is {@code register-domain}.
   */
  default String topic() {
    String step = ClassUtils.getUserClass(this).getSimpleName().replaceFirst("Worker$", "");
    return step.replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  /**
   * A step of an order. It is worked on only while the order is open, unless it outlives the order.
   */
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
     * @throws Refused if the process has no answer to it: the step becomes an incident
     */
    default StepResult refused(ProvisioningOrder order, Refused refusal) {
      throw refusal;
    }
  }

  /**
   * Asks a question, or makes a change that is safe to repeat, for a reseller account as a whole.
   */
  non-sealed interface OfAccount<A> extends Worker<A> {

    /** Asks the registrar; runs outside of any transaction and may be repeated. */
    A ask(AccountStep step, RegistrarGateway registrar);

    /** Records what the answer means; runs in the transaction that completes the task. */
    StepResult conclude(AccountStep step, A answer);
  }

  /** Asks a question, or makes a change that is safe to repeat. */
  non-sealed interface Asking<A> extends OfOrder<A> {

    /** Asks the registrar; runs outside of any transaction and may be repeated. */
    A ask(ProvisioningOrder order, RegistrarGateway registrar);

    /**
     * Whether the step may run beside another step of its order. What it learns then says nothing
     * about a command that the other one has sent.
     */
    default boolean runsBesideOthers() {
      return false;
    }
  }

  /** Changes something at the registrar, at most once. */
  non-sealed interface Changing<A> extends OfOrder<A> {

    /**
     * The command, built only from the stored order. Runs in the transaction that locks the task,
     * and again after a crash to find out the outcome.
     */
    Mutation<A> prepare(ProvisioningOrder order);

    /**
     * Checks right before the command is sent, however long ago it was prepared, that its
     * preconditions still hold: an agreed price, consents, a confirmation. They are read from our
     * own tables, never from a variable, and the path of the process proves none of them; the
     * registrar's price may have changed while it was unavailable.
     *
     * @param order as it was when the command was prepared
     * @throws NotToBeSent if it must not be sent
     */
    void lookBeforeSending(ProvisioningOrder order, RegistrarGateway registrar);
  }

  /** Thrown when a prepared command is not sent, because something has changed. */
  final class NotToBeSent extends RuntimeException {

    private final transient StepResult result;

    /**
     * Ends the step without sending.
     *
     * @param result the result of the step instead
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
