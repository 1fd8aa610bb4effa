package io.domainflow.rest.account;

/** The account cannot be removed, because the configuration would restore it. */
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
