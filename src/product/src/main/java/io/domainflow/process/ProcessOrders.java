package io.domainflow.process;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;

/**
 * Finds the order of a process by the instance, never by a variable: a user who works on a task can
 * overwrite variables.
 */
public final class ProcessOrders {

  private ProcessOrders() {}

  /**
   * The order that a process instance carries out.
   *
   * @throws IllegalStateException if there is none
   */
  public static ProvisioningOrder of(String processInstanceId, Orders orders) {
    return orders
        .findByProcess(processInstanceId)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "process instance " + processInstanceId + " carries out no order"));
  }
}
