package io.domainflow.order;

import io.domainflow.account.Accounts;
import io.domainflow.model.DomainName;
import io.domainflow.model.InvalidValue;
import io.domainflow.owner.DomainOwners;
import io.domainflow.owner.KnownOwners;
import io.domainflow.owner.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Gives a name to another owner. Not while an order is open for it: who had the name would go on
 * with what is no longer his, or lose sight of what he has ordered.
 */
@Component
public class DomainHandOver {

  private final DomainOwners owners;
  private final KnownOwners known;
  private final Orders orders;
  private final Accounts accounts;
  private final ConflictFreeTransaction transaction;

  DomainHandOver(
      DomainOwners owners,
      KnownOwners known,
      Orders orders,
      Accounts accounts,
      ConflictFreeTransaction transaction) {
    this.owners = owners;
    this.known = known;
    this.orders = orders;
    this.accounts = accounts;
    this.transaction = transaction;
  }

  /**
   * Gives all names that an owner has in an account to another one, each by itself.
   *
   * @param by who decides so
   * @param reason why, for those who read it later
   * @return the names that stay with him because an order is open for them
   * @throws InvalidValue if there is no such new owner
   */
  public List<DomainName> all(String account, Owner from, Owner to, String by, String reason) {
    checkIsKnown(to);
    List<DomainName> busy = new ArrayList<>();
    for (DomainName name : owners.namesOf(from, account)) {
      try {
        to(account, name, to, by, reason);
      } catch (NameInUse e) {
        busy.add(name);
      }
    }
    return busy;
  }

  /**
   * Gives it.
   *
   * @param owner null: to nobody
   * @param by who decides so
   * @param reason why, for those who read it later
   * @throws InvalidValue if there is no such owner
   * @throws NameInUse if an order is open for the name
   */
  public void to(String account, DomainName domain, Owner owner, String by, String reason) {
    transaction.execute(
        () -> {
          if (owner != null) {
            checkIsKnown(owner);
          }
          // an order that is just coming in holds its account, and is seen after its commit
          accounts.lock(account);
          Optional<ProvisioningOrder> open = orders.findOpen(account, domain);
          if (open.isPresent()) {
            throw new NameInUse(open.get());
          }
          owners.handOver(account, domain, owner, by, reason);
          return null;
        });
  }

  private void checkIsKnown(Owner owner) {
    if (!known.isKnown(owner)) {
      throw new InvalidValue("is no client, group of clients or billing login here");
    }
  }
}
