package io.domainflow.consent;

/** How a consent reached us. */
public enum Channel {
  /** With an order over the order API. */
  ORDER_API,
  /** With an order over Camunda's REST API. */
  CAMUNDA_REST,
  /** An approver completed a task. */
  TASK,
  /** It follows from a standing authorisation of the account. */
  STANDING
}
