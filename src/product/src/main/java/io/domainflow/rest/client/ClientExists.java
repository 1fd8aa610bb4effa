package io.domainflow.rest.client;

/** The name of a new API client is already taken. */
class ClientExists extends RuntimeException {

  ClientExists(String name) {
    super("there is a client " + name + " already; change that one or choose another name");
  }
}
