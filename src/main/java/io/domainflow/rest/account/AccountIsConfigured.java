package io.domainflow.rest.account;

/** An account that the configuration would bring back. */
class AccountIsConfigured extends RuntimeException {

  AccountIsConfigured(String name) {
    super(
        "account "
            + name
            + " comes from the configuration (domainflow.accounts."
            + name
            + "); remove it there and restart, then it can be deleted here");
  }
}
