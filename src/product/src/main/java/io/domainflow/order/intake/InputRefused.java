package io.domainflow.order.intake;

/** Thrown when an order does not wait for input by its caller; the message says why. */
public class InputRefused extends RuntimeException {

  InputRefused(String message) {
    super(message);
  }
}
