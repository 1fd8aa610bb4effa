package io.domainflow.rest.analysis;

/** There is no such process, instance or group of failed steps. */
class ProcessNotFound extends RuntimeException {

  ProcessNotFound(String what) {
    super(what);
  }
}
