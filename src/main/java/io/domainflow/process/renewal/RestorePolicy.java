package io.domainflow.process.renewal;

import io.domainflow.account.Accounts;
import org.springframework.stereotype.Component;

/** Whether a paid renewal may bring back a deleted name without having been ordered to. */
@Component
class RestorePolicy {

  private final Accounts accounts;

  RestorePolicy(Accounts accounts) {
    this.accounts = accounts;
  }

  /** By the setting of the account. Somebody has to agree to the price in any case. */
  boolean isAutomatic(String account) {
    return accounts.find(account).filter(known -> known.keeping().automaticRestore()).isPresent();
  }
}
