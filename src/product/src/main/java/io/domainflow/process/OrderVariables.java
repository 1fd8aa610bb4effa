package io.domainflow.process;

import io.domainflow.order.OrderIdentity;
import java.util.Map;
import java.util.Set;

/** The variables that all processes have: which order is carried out, and what people see of it. */
public final class OrderVariables {

  /** Id of the order (UUID). */
  public static final String ORDER_ID = "orderId";

  /** The caller's reference, equal to the business key. */
  public static final String ORDER_REFERENCE = "orderReference";

  /** The name as people read it. */
  public static final String DOMAIN = "domain";

  public static final String OPERATION = "operation";

  public static final String ACCOUNT = "account";

  /** Which steps ask the registrar first: those with the highest priority (int). */
  public static final String PRIORITY = "priority";

  /** True if the order was entered in a start form, as in Tasklist; otherwise missing. */
  public static final Variable<Boolean> ENTERED_IN_FORM =
      new Variable<>("enteredInForm", Boolean.class);

  /** A person's decision in a task. */
  public static final String DECISION = "decision";

  static final Set<String> NAMES =
      Set.of(
          ORDER_ID,
          ORDER_REFERENCE,
          DOMAIN,
          OPERATION,
          ACCOUNT,
          PRIORITY,
          ENTERED_IN_FORM.name(),
          DECISION);

  private OrderVariables() {}

  /** These variables for an order. */
  public static Map<String, Object> of(OrderIdentity order) {
    return Map.of(
        ORDER_ID, order.id().toString(),
        ORDER_REFERENCE, order.reference().text(),
        DOMAIN, order.domain().unicode(),
        OPERATION, order.operation().name(),
        ACCOUNT, order.account(),
        PRIORITY, order.priority());
  }
}
