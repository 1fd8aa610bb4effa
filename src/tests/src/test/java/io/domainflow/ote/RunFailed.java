package io.domainflow.ote;

/** Thrown if the run cannot continue. The message says everything, so there is no stack trace. */
final class RunFailed extends RuntimeException {

  RunFailed(String message) {
    super(message, null, false, false);
  }
}
