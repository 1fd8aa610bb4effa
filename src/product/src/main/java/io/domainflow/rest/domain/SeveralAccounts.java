package io.domainflow.rest.domain;

import java.util.List;

/** The name is known in more than one account, and the request names none. */
class SeveralAccounts extends RuntimeException {

  private final transient List<String> accounts;

  SeveralAccounts(List<String> accounts) {
    super("name one of the accounts with ?account=: " + String.join(", ", accounts));
    this.accounts = accounts;
  }

  List<String> accounts() {
    return accounts;
  }
}
