package io.domainflow.account;

/** The master key cannot be changed with what is set. Nothing was changed. */
class RotationRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RotationRefused(String message) {
    super(message);
  }
}
