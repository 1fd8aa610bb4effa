package io.domainflow.process.update;

import io.domainflow.model.ContactRole;
import io.domainflow.model.NameSettings;
import io.domainflow.model.Section;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.OrderContent;
import io.domainflow.order.content.UpdateOrder;
import io.domainflow.order.progress.Update;
import io.domainflow.order.progress.Updates;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reads how an update has left its name, which its reversal compares with the present settings. */
@Component
class RevertedUpdate {

  private final Orders orders;
  private final Updates updates;

  RevertedUpdate(Orders orders, Updates updates) {
    this.orders = orders;
    this.updates = updates;
  }

  /** The handle of the registrant; empty for an order that is not a reversal. */
  Optional<String> registrant(ProvisioningOrder order) {
    return after(order).flatMap(RevertedUpdate::first);
  }

  /**
   * The sections that were changed again since, which the order also undoes; none for an order that
   * is not a reversal.
   *
   * @param wanted what the order sets
   * @param present the settings that the order has found
   */
  Set<Section> changedSince(ProvisioningOrder order, NameSettings wanted, NameSettings present) {
    NameSettings left = after(order).orElse(NameSettings.NOTHING);
    Map<ContactRole, List<String>> contacts = new EnumMap<>(ContactRole.class);
    contacts.putAll(left.contacts());
    contacts.keySet().retainAll(wanted.contacts().keySet());
    Set<Section> changed =
        new NameSettings(
                left.nameservers(),
                left.transferLock(),
                left.privacy(),
                left.renewalMode(),
                contacts)
            .differing(present);
    changed.retainAll(wanted.sections());
    return changed;
  }

  private Optional<NameSettings> after(ProvisioningOrder order) {
    OrderContent content = order.content();
    UpdateOrder ordered = content.as(UpdateOrder.class);
    if (ordered.reverts() == null) {
      return Optional.empty();
    }
    return orders.updatesOf(content.account(), content.domain(), ordered.reverts()).stream()
        .sorted(Comparator.comparing(reverted -> !reverted.login().equals(order.login())))
        .flatMap(reverted -> updates.find(reverted.id()).stream())
        .map(Update::after)
        .findFirst();
  }

  /** The handle of the registrant; empty if the settings have none. */
  static Optional<String> first(NameSettings settings) {
    return settings.contacts().getOrDefault(ContactRole.REGISTRANT, List.of()).stream().findFirst();
  }
}
