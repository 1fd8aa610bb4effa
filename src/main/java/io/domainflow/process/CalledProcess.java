package io.domainflow.process;

import io.domainflow.process.worker.Worker;
import java.util.Set;

/**
 * What is to be known of a process that another one calls to carry out a part of its order. It
 * works on the same order and has the same variables in common; it cannot be started in any other
 * way.
 *
 * <p>An interruption of it ends the order, unless it leaves that to the calling process. A model
 * that calls it must therefore not interrupt it, except to cancel the order.
 *
 * <p>It may outlive its order: with steps that continue after a completed one ({@link
 * Worker.OfOrder#outlivesItsOrder}) it looks after what the order has brought. Nothing that happens
 * to it changes the order's status then. It ends with the account, or when the sandbox is reset.
 */
public interface CalledProcess extends DeclaredVariables {

  @Override
  default boolean declares(String name) {
    return OrderVariables.NAMES.contains(name) || variables().contains(name);
  }

  /** Which of its variables the calling model hands over; what else it sends is not believed. */
  default Set<String> handedOver() {
    return Set.of();
  }

  /** Whether the order ends when it is interrupted from outside, as in Cockpit. */
  default boolean cancelsItsOrder() {
    return true;
  }
}
