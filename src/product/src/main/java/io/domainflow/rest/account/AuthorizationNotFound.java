package io.domainflow.rest.account;

/** The account has no such standing authorisation, or it is no longer in force. */
class AuthorizationNotFound extends RuntimeException {

  AuthorizationNotFound() {
    super("the account has no authorisation with this id, or it was revoked before");
  }
}
