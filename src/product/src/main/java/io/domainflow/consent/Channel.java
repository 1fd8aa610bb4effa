package io.domainflow.consent;

/** How a consent reached us. */
public enum Channel {
  /** With an order. */
  ORDER,
  /** An approver completed a task. */
  TASK,
  /** From a standing authorisation of the account. */
  STANDING
}
