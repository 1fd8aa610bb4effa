package io.domainflow.rest;

/** No account with this name. */
public class AccountNotFound extends RuntimeException {

  public AccountNotFound() {
    super("There is no account with this name");
  }
}
