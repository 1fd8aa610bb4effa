package io.domainflow.rest.client;

/** There is no API client with this name. */
class ClientNotFound extends RuntimeException {

  ClientNotFound() {
    super("there is no client with this name");
  }
}
