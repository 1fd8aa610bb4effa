package io.domainflow.ote;

/** The run cannot continue. The message is all there is to say, so there is no stack trace. */
final class RunFailed extends RuntimeException {

  RunFailed(String message) {
    super(message, null, false, false);
  }
}
