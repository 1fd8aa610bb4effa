package io.domainflow.order.intake;

/** An order that cannot be cancelled at this moment; the message says why and what to do. */
public class CancellationRefused extends RuntimeException {

  public CancellationRefused(String message) {
    super(message);
  }
}
