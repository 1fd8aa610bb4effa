package io.domainflow.order.intake;

/** An order that waits for nothing its caller can give; the message says why. */
public class InputRefused extends RuntimeException {

  InputRefused(String message) {
    super(message);
  }
}
