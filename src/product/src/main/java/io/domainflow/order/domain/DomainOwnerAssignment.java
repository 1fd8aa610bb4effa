package io.domainflow.order.domain;

import io.domainflow.account.Accounts;
import io.domainflow.database.ConflictFreeTransaction;
import io.domainflow.model.DomainName;
import io.domainflow.model.InvalidValue;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.owner.DomainOwners;
import io.domainflow.owner.Owner;
import io.domainflow.owner.OwnerLookup;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Assigns a name to another owner. Refused while an order is open for it, because the previous
 * owner would continue to change a foreign name, or lose sight of the order.
 */
@Component
public class DomainOwnerAssignment {

  private final DomainOwners owners;
  private final OwnerLookup known;
  private final OrderedNames orderedNames;
  private final Orders orders;
  private final Accounts accounts;
  private final ConflictFreeTransaction transaction;
  private final DomainEvents domainEvents;
  private final ApplicationEventPublisher events;

  DomainOwnerAssignment(
      DomainOwners owners,
      OwnerLookup known,
      OrderedNames orderedNames,
      Orders orders,
      Accounts accounts,
      ConflictFreeTransaction transaction,
      DomainEvents domainEvents,
      ApplicationEventPublisher events) {
    this.owners = owners;
    this.known = known;
    this.orderedNames = orderedNames;
    this.orders = orders;
    this.accounts = accounts;
    this.transaction = transaction;
    this.domainEvents = domainEvents;
    this.events = events;
  }

  /**
   * Assigns all names of an owner in an account to another one, each separately.
   *
   * @param from need not exist any longer if it still has names
   * @param by login that decided it
   * @param reason why, for later readers
   * @throws InvalidValue if there is no such new owner, or it is the same
   */
  public Given all(String account, Owner from, Owner to, String by, String reason) {
    if (checked(to).equals(from)) {
      throw new InvalidValue("has them already");
    }
    // names that the owner's open orders are about to bring have no owner yet
    Set<DomainName> busy = new TreeSet<>(Comparator.comparing(DomainName::ascii));
    busy.addAll(orderedNames.openNames(account, from));
    int given = 0;
    for (DomainName name : owners.namesOf(from, account)) {
      try {
        to(account, name, to, by, reason);
        given++;
      } catch (DomainHasOpenOrder e) {
        busy.add(name);
      }
    }
    return new Given(given, List.copyOf(busy));
  }

  /**
   * The result for the names of an owner.
   *
   * @param given number of names that were assigned
   * @param busy names that stay with the owner because an order is open for them, or is bringing
   *     them
   */
  public record Given(int given, List<DomainName> busy) {}

  /**
   * Assigns a name.
   *
   * @param owner null for no owner; a client in a group stands for its group
   * @param by login that decided it
   * @param reason why, for later readers
   * @throws InvalidValue if there is no such owner
   * @throws DomainHasOpenOrder if an order is open for the name
   */
  public void to(
      String account, DomainName domain, @Nullable Owner owner, String by, String reason) {
    transaction.execute(
        () -> {
          Owner receiver = owner == null ? null : checked(owner);
          // an order that is just being accepted locks its account, and is seen after its commit
          accounts.lock(account);
          Optional<ProvisioningOrder> open = orders.findOpen(account, domain);
          if (open.isPresent()) {
            throw new DomainHasOpenOrder(open.get());
          }
          Owner before = owners.of(account, domain).orElse(null);
          owners.handOver(account, domain, receiver, by, reason);
          if (!Objects.equals(before, receiver)) {
            events.publishEvent(new DomainOwnerChanged(account, domain));
            if (before != null) {
              domainEvents.handedOver(account, domain, before);
            }
          }
          return null;
        });
  }

  private Owner checked(Owner owner) {
    return known
        .find(owner)
        .orElseThrow(
            () -> new InvalidValue("is not a client, group of clients or billing login here"));
  }
}
