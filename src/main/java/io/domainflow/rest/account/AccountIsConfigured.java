package io.domainflow.rest.account;

/** An account that the configuration would bring back. */
class AccountIsConfigured extends RuntimeException {

  AccountIsConfigured(String name) {
    super(
        "account "
            + name
            + " comes from the configuration (domainflow.accounts."
            + name
            + "); take it out there and start again, then it can be deleted here");
  }
}
