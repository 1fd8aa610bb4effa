package io.domainflow.rest.imports;

/** There is no import with this id. */
class ImportNotFound extends RuntimeException {

  ImportNotFound() {
    super("there is no import with this id");
  }
}
