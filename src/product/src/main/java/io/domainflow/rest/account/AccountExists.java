package io.domainflow.rest.account;

/** The name of a new account is already taken. */
class AccountExists extends RuntimeException {

  AccountExists(String name) {
    super("there is an account " + name + " already; change that one or choose another name");
  }
}
