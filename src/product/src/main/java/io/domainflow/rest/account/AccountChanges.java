package io.domainflow.rest.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.account.Accounts;
import io.domainflow.account.ConfiguredAccounts;
import io.domainflow.account.ResellerAccount;
import io.domainflow.order.removal.AccountRemoval;
import io.domainflow.rest.AccountNotFound;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds, changes and removes accounts, except for what the configuration determines. */
@Component
class AccountChanges {

  private final AccountReader reader;
  private final Accounts accounts;
  private final ConfiguredAccounts configured;
  private final AccountRemoval removal;

  AccountChanges(
      AccountReader reader,
      Accounts accounts,
      ConfiguredAccounts configured,
      AccountRemoval removal) {
    this.reader = reader;
    this.accounts = accounts;
    this.configured = configured;
    this.removal = removal;
  }

  ResellerAccount add(JsonNode body, String user) {
    AccountReader.Content content = reader.create(body, user);
    String password = Objects.requireNonNull(content.password(), "a new account has a password");
    if (!accounts.insert(content.account(), password)) {
      throw new AccountExists(content.account().name());
    }
    return content.account();
  }

  /** Two concurrent changes do not undo each other. */
  @Transactional
  ResellerAccount change(String name, JsonNode body, String user) {
    ResellerAccount account = accounts.lock(name).orElseThrow(AccountNotFound::new);
    AccountReader.Content content = reader.change(body, account, configured.membersOf(name), user);
    accounts.update(content.account(), content.password());
    return content.account();
  }

  void remove(String name) {
    if (!configured.membersOf(name).isEmpty()) {
      throw new AccountIsConfigured(name);
    }
    if (!removal.remove(name)) {
      throw new AccountNotFound();
    }
  }
}
