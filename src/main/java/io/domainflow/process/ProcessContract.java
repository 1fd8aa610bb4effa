package io.domainflow.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.wanted.Operation;
import io.domainflow.order.wanted.OrderRequest;
import java.util.List;
import java.util.Map;

/** What is to be known of a process that carries out an order. */
public interface ProcessContract extends DeclaredVariables {

  /** The operations it carries out. A start that names none means the first of them. */
  List<Operation> operations();

  /** All such processes have some variables in common; others are refused at the start. */
  @Override
  default boolean declares(String name) {
    return OrderVariables.NAMES.contains(name) || variables().contains(name);
  }

  /**
   * Refuses an order that the registrar's present state makes senseless. Asked outside of any
   * transaction, and only where the order comes over the order API: a start over the engine is a
   * transaction already, and its process finds the same.
   *
   * @param strict whether an order that lacks an additional field is to be refused
   * @throws io.domainflow.order.intake.OrderRejected if the order is refused
   */
  default void checkBeforeStart(OrderRequest order, boolean strict) {}

  /**
   * Makes an order of what the start form of the process gives, where its fields are called
   * otherwise.
   */
  default void readStartForm(ObjectNode content) {}

  /** The variables a process starts with, beside the ones all processes have. */
  Map<String, Object> initialVariables(ProvisioningOrder order);
}
