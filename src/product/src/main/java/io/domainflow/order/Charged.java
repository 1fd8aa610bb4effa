package io.domainflow.order;

/** Whether an order has cost money at the registrar. */
public enum Charged {
  NO,
  YES,
  /** A command was or may have been sent, and its outcome is not known yet. */
  UNKNOWN
}
