package io.domainflow.rest.order;

import io.domainflow.client.ApiClients;
import io.domainflow.client.OutOfScope;
import io.domainflow.model.InvalidValue;
import io.domainflow.order.OrderLogContext;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.OrderReference;
import io.domainflow.owner.Caller;
import io.domainflow.rest.LoginAccess;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Finds the order that a caller asks about: owners see the orders for their names, staff see all.
 * An order that a caller may not see does not exist for that caller.
 */
@Component
class OrderAccess {

  private final Orders orders;
  private final LoginAccess access;
  private final ApiClients clients;

  OrderAccess(Orders orders, LoginAccess access, ApiClients clients) {
    this.orders = orders;
    this.access = access;
    this.clients = clients;
  }

  /**
   * Finds an order like {@link #find}, for a login that is about to act on it: a client may do so
   * only within its scope, also with an order of another client of its group.
   *
   * @throws OutOfScope if it is outside the scope of the client
   */
  ProvisioningOrder findToActOn(String referenceOrId, Authentication login) {
    ProvisioningOrder found = find(referenceOrId, login);
    clients
        .scopeOf(login.getName())
        .check(found.content().account(), found.content().operation().name());
    return found;
  }

  /**
   * Finds an order by its reference or by its id; from then on, log lines of the request contain
   * the reference.
   *
   * @throws OrderNotFound if there is none that the login may see
   * @throws AmbiguousReference if several others have used the reference whose orders it may see
   */
  ProvisioningOrder find(String referenceOrId, Authentication login) {
    Caller caller = access.caller(login);
    ProvisioningOrder found =
        // the id first: a reference may look like an id
        id(referenceOrId)
            .flatMap(orders::find)
            .filter(order -> caller.maySee(order.owner()))
            .or(() -> reference(referenceOrId).flatMap(reference -> byReference(reference, caller)))
            .orElseThrow(() -> new OrderNotFound(referenceOrId));
    OrderLogContext.begin(found.content().reference());
    return found;
  }

  private Optional<ProvisioningOrder> byReference(OrderReference reference, Caller caller) {
    Optional<ProvisioningOrder> own =
        orders
            .findByReference(caller.login(), reference)
            .filter(order -> caller.maySee(order.owner()));
    if (own.isPresent()) {
      return own;
    }
    List<ProvisioningOrder> all = orders.findByReference(reference, caller);
    if (all.size() > 1) {
      throw new AmbiguousReference(reference.text());
    }
    return all.stream().findFirst();
  }

  private static Optional<OrderReference> reference(String text) {
    try {
      return Optional.of(OrderReference.of(text));
    } catch (InvalidValue e) {
      return Optional.empty();
    }
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
