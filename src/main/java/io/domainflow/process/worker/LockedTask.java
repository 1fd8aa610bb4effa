package io.domainflow.process.worker;

import io.domainflow.ispapi.command.Mutation;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.registrar.Intent;

/**
 * An external task that this node has reserved, with what its worker needs.
 *
 * @param retries tries left; null before the first failure
 * @param work what is to be done
 */
record LockedTask(String id, Integer retries, ProvisioningOrder order, Work<?> work) {

  /** A worker with its command, ready to run. */
  sealed interface Work<A> {

    Worker<A> worker();

    /** A question. */
    record Asking<A>(Worker.Repeatable<A> worker) implements Work<A> {}

    /** A change, with its committed journal entry. */
    record Changing<A>(Worker.Changing<A> worker, Mutation<A> command, Intent intent)
        implements Work<A> {}
  }
}
