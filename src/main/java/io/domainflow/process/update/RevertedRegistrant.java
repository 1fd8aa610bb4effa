package io.domainflow.process.update;

import io.domainflow.model.ContactRole;
import io.domainflow.model.NameSettings;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.progress.Update;
import io.domainflow.order.progress.Updates;
import io.domainflow.order.wanted.OrderRequest;
import io.domainflow.order.wanted.UpdateOrder;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The registrant that an update has left, whom its reversal finds if nobody has changed the
 * registrant since: the former one is put back over no other.
 */
@Component
class RevertedRegistrant {

  private final Orders orders;
  private final Updates updates;

  RevertedRegistrant(Orders orders, Updates updates) {
    this.orders = orders;
    this.updates = updates;
  }

  /** Their handle; empty for an order that takes nothing back. */
  Optional<String> handle(ProvisioningOrder order) {
    OrderRequest request = order.request();
    UpdateOrder ordered = request.as(UpdateOrder.class);
    if (ordered.reverts() == null) {
      return Optional.empty();
    }
    return orders.updatesOf(request.account(), request.domain(), ordered.reverts()).stream()
        .sorted(Comparator.comparing(reverted -> !reverted.login().equals(order.login())))
        .flatMap(reverted -> updates.find(reverted.id()).stream())
        .map(Update::after)
        .flatMap(after -> first(after).stream())
        .findFirst();
  }

  /** The handle of the registrant; empty if nothing is said of one. */
  static Optional<String> first(NameSettings settings) {
    return settings.contacts().getOrDefault(ContactRole.REGISTRANT, List.of()).stream().findFirst();
  }
}
