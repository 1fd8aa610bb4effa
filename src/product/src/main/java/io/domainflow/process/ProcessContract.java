package io.domainflow.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.Operation;
import io.domainflow.order.content.OrderContent;
import java.util.List;
import java.util.Map;

/** Describes a process that carries out an order. */
public interface ProcessContract extends DeclaredVariables {

  /** The operations it carries out. A start that names none means the first of them. */
  List<Operation> operations();

  /** All such processes have some variables in common; others are refused at the start. */
  @Override
  default boolean declares(String name) {
    return OrderVariables.NAMES.contains(name) || variables().contains(name);
  }

  /**
   * Refuses an order that cannot succeed in the registrar's present state. Called outside any
   * transaction, and only for orders through the order API: a start through the engine is already a
   * transaction, and its process finds the same.
   *
   * @param strict whether to refuse an order that lacks an additional field
   * @throws io.domainflow.order.intake.OrderRejected if the order is refused
   */
  default void checkBeforeStart(OrderContent order, boolean strict) {}

  /**
   * Converts the values of the process's start form into an order, where its fields have other
   * names.
   */
  default void readStartForm(ObjectNode content) {}

  /** The variables that a process starts with, in addition to those that all processes have. */
  Map<String, Object> initialVariables(ProvisioningOrder order);
}
