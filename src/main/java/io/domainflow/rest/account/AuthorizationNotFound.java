package io.domainflow.rest.account;

/** The account has no such standing authorisation in force. */
class AuthorizationNotFound extends RuntimeException {

  AuthorizationNotFound() {
    super("the account has no authorisation of this id, or it was revoked before");
  }
}
