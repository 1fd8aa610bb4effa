package io.domainflow.process.task;

import io.domainflow.order.ProvisioningOrder;
import java.util.Map;

/**
 * Everything about one user task of an order: who is waited for and what is said about it, what its
 * form shows, and what each decision does. One class for a task, named like it. It belongs to the
 * tasks of that id in all processes that carry out orders, of all versions: a model names no
 * listener for it.
 */
public interface UserTask {

  /** Id of the task in the models. */
  String id();

  /** What the order waits for while somebody has the task; called once, when it is created. */
  Waits waits(OpenTask task);

  /**
   * Values that the form shows, by form key. They are read when the form is opened and are never
   * stored in the engine.
   */
  default Map<String, Object> shows(ProvisioningOrder order) {
    return Map.of();
  }

  /**
   * Does what was decided. What can be decided is written at the task in the model; anything else
   * was refused before. The order is locked: a cancellation at the same moment comes before the
   * decision or after it, and of two who decide at once the second is told that it is done.
   *
   * @throws org.camunda.bpm.engine.rest.exception.InvalidRequestException if an answer is missing
   *     or cannot be: it names the field as the form does, and the task stays
   */
  default void decided(Decision decision) {}

  /**
   * Whether such a decision counts as taking part in the order: the person who takes it may not
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
