package io.domainflow.order;

/** Whether an order has cost money at the registrar. */
public enum Charged {
  NO,
  YES,
  /** A command was sent, or may have been, and its outcome is not known yet. */
  UNKNOWN
}
