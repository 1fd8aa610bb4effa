package io.domainflow.ote;

/** The run cannot go on. The message is all there is to say, so there is no stack trace. */
final class RunFailed extends RuntimeException {

  RunFailed(String message) {
    super(message, null, false, false);
  }
}
