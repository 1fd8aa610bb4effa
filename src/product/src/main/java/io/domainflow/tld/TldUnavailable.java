package io.domainflow.tld;

/**
 * Thrown when the top-level domain of an order is no longer offered, or its form has a mistake now.
 */
public class TldUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TldUnavailable(String message) {
    super(message);
  }
}
