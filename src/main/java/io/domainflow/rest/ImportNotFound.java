package io.domainflow.rest;

/** No import of this id. */
class ImportNotFound extends RuntimeException {

  ImportNotFound() {
    super("there is no import of this id");
  }
}
