package io.domainflow.rest.client;

/** No API client of this name. */
class ClientNotFound extends RuntimeException {

  ClientNotFound() {
    super("there is no client of this name");
  }
}
