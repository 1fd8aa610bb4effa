package io.domainflow.rest.client;

/** The API client has no such token. */
class TokenNotFound extends RuntimeException {

  TokenNotFound() {
    super("the client has no token with this id, or it was revoked before");
  }
}
