package io.domainflow.demo;

/** Demo data is wanted where it must not be made. */
class DemoDataRefused extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  DemoDataRefused(String message) {
    super(message);
  }
}
