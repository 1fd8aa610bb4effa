package io.domainflow.rest;

/** No account of this name. */
class AccountNotFound extends RuntimeException {

  AccountNotFound() {
    super("there is no account of this name");
  }
}
