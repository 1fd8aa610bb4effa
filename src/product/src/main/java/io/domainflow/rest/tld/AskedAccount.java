package io.domainflow.rest.tld;

import io.domainflow.account.Accounts;
import io.domainflow.account.ResellerAccount;
import io.domainflow.client.ApiClients;
import io.domainflow.rest.AccountNotFound;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Finds the account for which somebody asks for names and prices. */
@Component
class AskedAccount {

  private final Accounts accounts;
  private final ApiClients clients;

  AskedAccount(Accounts accounts, ApiClients clients) {
    this.accounts = accounts;
    this.clients = clients;
  }

  /**
   * The account.
   *
   * @param login who asks
   * @throws AccountNotFound if there is none with this name, or none that the login may use
   */
  ResellerAccount of(String wanted, Authentication login) {
    return accounts
        .find(wanted)
        .filter(account -> clients.scopeOf(login.getName()).allowsAccount(account.name()))
        .orElseThrow(AccountNotFound::new);
  }
}
