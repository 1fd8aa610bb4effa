package io.domainflow.process.task;

import io.domainflow.order.ProvisioningOrder;
import java.util.Map;

/**
 * Everything about one user task of an order: who is waited for and what is said about it, what its
 * form shows, and what each decision does. There is one class for each task, with the same name. It
 * applies to the tasks with that id in all versions of all processes that carry out orders: a model
 * names no listener for it.
 */
public interface UserTask {

  /** Id of the task in the models. */
  String id();

  /** What the order waits for while the task is open; called once, when it is created. */
  Waits waits(OpenTask task);

  /**
   * Values that the form shows, by form key. They are read when the form is opened and are never
   * stored in the engine.
   */
  default Map<String, Object> shows(ProvisioningOrder order) {
    return Map.of();
  }

  /**
   * Carries out the decision. The possible decisions are listed at the task in the model; anything
   * else was refused before. The order is locked: a cancellation at the same moment comes before
   * the decision or after it, and if two people decide at once, the second is told that the task is
   * done.
   *
   * @throws org.camunda.bpm.engine.rest.exception.InvalidRequestException if an answer is missing
   *     or impossible: it names the field as the form does, and the task stays
   */
  default void decided(Decision decision) {}

  /**
   * Whether this decision counts as taking part in the order: the person who takes it may not
   * approve the order.
   */
  default boolean isHandInOrder(Decision decision) {
    return true;
  }

  /** Whether the task may be open after its order has ended. */
  default boolean outlivesItsOrder() {
    return false;
  }
}
