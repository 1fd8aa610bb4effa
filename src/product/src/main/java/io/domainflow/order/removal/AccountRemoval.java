package io.domainflow.order.removal;

import static io.domainflow.database.DatabaseTime.utc;

import io.domainflow.account.Accounts;
import io.domainflow.database.ConflictFreeTransaction;
import io.domainflow.order.SavedAdditionalFields;
import io.domainflow.owner.DomainOwners;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Removes accounts without open orders. */
@Component
public class AccountRemoval {

  private final Accounts accounts;
  private final OpenOrders orders;
  private final AccountProcesses processes;
  private final SavedAdditionalFields kept;
  private final DomainOwners owners;
  private final ConflictFreeTransaction transaction;
  private final JdbcClient jdbc;
  private final Clock clock;

  AccountRemoval(
      Accounts accounts,
      OpenOrders orders,
      AccountProcesses processes,
      SavedAdditionalFields kept,
      DomainOwners owners,
      ConflictFreeTransaction transaction,
      JdbcClient jdbc,
      Clock clock) {
    this.accounts = accounts;
    this.orders = orders;
    this.processes = processes;
    this.kept = kept;
    this.owners = owners;
    this.transaction = transaction;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Removes an account with its password and the data stored with its names, and ends its processes
   * with their tasks. Ended orders keep its name; contacts that they left at the registrar stay
   * there.
   *
   * @return false if there is no such account
   * @throws AccountInUse if one of its orders is open
   */
  public boolean remove(String account) {
    return transaction.execute(() -> removeNow(account));
  }

  private boolean removeNow(String account) {
    // An order that is just being accepted locks the account, and is counted after its commit.
    if (accounts.lock(account).isEmpty()) {
      return false;
    }
    int open = orders.openOrders(account);
    if (open > 0) {
      throw new AccountInUse(account, open);
    }
    jdbc.sql(
            """
            update order_contact_handle set released_at = :now
            where released_at is null
              and order_id in (select id from provisioning_order where account = :account)
            """)
        .param("account", account)
        .param("now", utc(clock.instant()))
        .update();
    kept.forget(account);
    owners.accountRemoved(account);
    processes.end(account);
    accounts.delete(account);
    return true;
  }
}
