package io.domainflow.process;

import io.domainflow.order.Operation;
import io.domainflow.order.ProvisioningOrder;
import java.util.Map;

/** What the rest of this package has to know of a process that carries out an order. */
public interface ProcessContract extends DeclaredVariables {

  /** The operation it carries out. */
  Operation operation();

  /** All such processes have some variables in common; others are refused at the start. */
  @Override
  default boolean declares(String name) {
    return OrderVariables.NAMES.contains(name) || variables().contains(name);
  }

  /** The variables a process starts with, beside the ones all processes have. */
  Map<String, Object> initialVariables(ProvisioningOrder order);
}
