package io.domainflow.rest;

/** No account of this name. */
public class AccountNotFound extends RuntimeException {

  public AccountNotFound() {
    super("There is no account of this name");
  }
}
