package io.domainflow.process.renewal;

import io.domainflow.account.Accounts;
import org.springframework.stereotype.Component;

/** Decides whether a paid renewal may restore a deleted name without an explicit order to do so. */
@Component
class RestorePolicy {

  private final Accounts accounts;

  RestorePolicy(Accounts accounts) {
    this.accounts = accounts;
  }

  /** According to the setting of the account. Somebody has to agree to the price in any case. */
  boolean isAutomatic(String account) {
    return accounts.find(account).filter(known -> known.keeping().automaticRestore()).isPresent();
  }
}
