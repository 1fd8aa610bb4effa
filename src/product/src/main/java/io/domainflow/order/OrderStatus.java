package io.domainflow.order;

/** The status of an order. */
public enum OrderStatus {
  /** Domainflow is working on it. */
  IN_PROGRESS,
  /** Somebody else has to act first; {@link WaitingFor} says who. */
  WAITING,
  COMPLETED,
  FAILED,
  /** Ended by a person or by the caller. */
  CANCELLED;

  /** Whether the order has not ended yet. */
  public boolean isOpen() {
    return this == IN_PROGRESS || this == WAITING;
  }
}
