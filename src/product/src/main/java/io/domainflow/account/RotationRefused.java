package io.domainflow.account;

/** Thrown when the master key cannot be changed with these settings. Nothing was changed. */
class RotationRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RotationRefused(String message) {
    super(message);
  }
}
