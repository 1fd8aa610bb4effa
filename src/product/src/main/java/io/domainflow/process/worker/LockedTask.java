package io.domainflow.process.worker;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.registrar.Intent;
import io.domainflow.registrar.command.Mutation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An external task that this node has locked, with what its worker needs.
 *
 * @param processInstance the instance that it is a step of
 * @param priority the higher it is, the earlier the task is worked on
 * @param retries tries left; null before the first failure
 * @param work what to do
 * @param orderWaits whether the order still waits meanwhile; not if it has waited only for this
 *     step to be tried again
 */
record LockedTask(
    String id,
    String processInstance,
    long priority,
    @Nullable Integer retries,
    Work<?> work,
    boolean orderWaits) {

  /** What the step is about, for the log. */
  String subject() {
    return work instanceof Work.OfAccount<?> ofAccount
        ? "account " + ofAccount.step().account()
        : "order " + order().orElseThrow().id();
  }

  /** Name of the account whose step it is. */
  String account() {
    return work instanceof Work.OfAccount<?> ofAccount
        ? ofAccount.step().account()
        : order().orElseThrow().content().account();
  }

  /** The order as it was when the task was locked; empty for a step about an account. */
  Optional<ProvisioningOrder> order() {
    if (work instanceof Work.Asking<?> asking) {
      return Optional.of(asking.order());
    }
    return work instanceof Work.Changing<?> changing
        ? Optional.of(changing.order())
        : Optional.empty();
  }

  /** A worker with its input, ready to run. */
  sealed interface Work<A> {

    Worker<A> worker();

    /** A question for an order. */
    record Asking<A>(Worker.Asking<A> worker, ProvisioningOrder order) implements Work<A> {}

    /** A change for an order, with its committed journal entry. */
    record Changing<A>(
        Worker.Changing<A> worker, ProvisioningOrder order, Mutation<A> command, Intent intent)
        implements Work<A> {}

    /** A step about an account. */
    record OfAccount<A>(Worker.OfAccount<A> worker, AccountStep step) implements Work<A> {}
  }
}
