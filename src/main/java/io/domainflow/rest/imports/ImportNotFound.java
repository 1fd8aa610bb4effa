package io.domainflow.rest.imports;

/** No import of this id. */
class ImportNotFound extends RuntimeException {

  ImportNotFound() {
    super("there is no import of this id");
  }
}
