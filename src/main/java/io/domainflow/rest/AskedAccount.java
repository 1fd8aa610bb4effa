package io.domainflow.rest;

import io.domainflow.account.Accounts;
import io.domainflow.account.ResellerAccount;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** The account that somebody asks names and prices for. */
@Component
class AskedAccount {

  private final Accounts accounts;

  AskedAccount(Accounts accounts) {
    this.accounts = accounts;
  }

  /**
   * Its name.
   *
   * @param login who asks; today every login may use every account
   * @throws AccountNotFound if there is none of this name
   */
  String name(String wanted, Authentication login) {
    return accounts.find(wanted).map(ResellerAccount::name).orElseThrow(AccountNotFound::new);
  }
}
