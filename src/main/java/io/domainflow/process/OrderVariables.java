package io.domainflow.process;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.VariableScope;

/** The variables all processes have: which order is carried out, and what people see of it. */
public final class OrderVariables {

  /** Id of the order (UUID). */
  public static final String ORDER_ID = "orderId";

  /** The caller's reference, equal to the business key. */
  public static final String ORDER_REFERENCE = "orderReference";

  /** The name as people read it. */
  public static final String DOMAIN = "domain";

  public static final String OPERATION = "operation";

  public static final String ACCOUNT = "account";

  /** What a person decided in a task. */
  public static final String DECISION = "decision";

  static final Set<String> NAMES =
      Set.of(ORDER_ID, ORDER_REFERENCE, DOMAIN, OPERATION, ACCOUNT, DECISION);

  private OrderVariables() {}

  /** Id of the order a process carries out. */
  public static UUID orderId(VariableScope scope) {
    return UUID.fromString((String) scope.getVariable(ORDER_ID));
  }

  /** The order a process carries out. */
  public static ProvisioningOrder order(VariableScope scope, Orders orders) {
    return orders.get(orderId(scope));
  }
}
