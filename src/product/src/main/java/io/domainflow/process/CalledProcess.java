package io.domainflow.process;

import io.domainflow.process.worker.Worker;
import java.util.Set;

/**
 * Describes a process that another one calls to carry out part of its order. It works on the same
 * order and has the same variables in common; it cannot be started in any other way.
 *
 * <p>Interrupting it ends the order, unless it leaves that to the calling process. A calling model
 * must therefore not interrupt it, except to cancel the order.
 *
 * <p>It may outlive its order: with steps that continue after a completed one ({@link
 * Worker.OfOrder#outlivesItsOrder}) it takes care of the order's result. Nothing that happens to it
 * changes the order's status then. It ends with the account, or when the sandbox is reset.
 */
public interface CalledProcess extends DeclaredVariables {

  @Override
  default boolean declares(String name) {
    return OrderVariables.NAMES.contains(name) || variables().contains(name);
  }

  /** The variables that the calling model passes; any others it sends are ignored. */
  default Set<String> handedOver() {
    return Set.of();
  }

  /** Whether the order ends when it is interrupted from outside, as in Cockpit. */
  default boolean cancelsItsOrder() {
    return true;
  }
}
