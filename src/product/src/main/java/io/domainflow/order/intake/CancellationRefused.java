package io.domainflow.order.intake;

/** Thrown when an order cannot be cancelled now; the message says why and what to do. */
public class CancellationRefused extends RuntimeException {

  public CancellationRefused(String message) {
    super(message);
  }
}
