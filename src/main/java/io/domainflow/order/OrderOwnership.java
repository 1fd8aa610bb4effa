package io.domainflow.order;

import io.domainflow.order.wanted.Operation;
import io.domainflow.order.wanted.OrderRequest;
import io.domainflow.owner.Caller;
import io.domainflow.owner.DomainOwners;
import io.domainflow.owner.NotTheOwner;
import io.domainflow.owner.Owner;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The owner of an order, and of the name that it brings. Everybody may have a name brought here
 * that is not here; for one that is here, or can still be restored, only its owner and staff may
 * order.
 */
@Component
public class OrderOwnership {

  private static final Set<Operation> BRINGING = EnumSet.of(Operation.REGISTER, Operation.TRANSFER);

  private static final Set<Outcome.Code> BROUGHT =
      EnumSet.of(Outcome.Code.REGISTERED, Outcome.Code.TRANSFERRED, Outcome.Code.ACCOUNT_CHANGED);

  private final DomainOwners owners;

  OrderOwnership(DomainOwners owners) {
    this.owners = owners;
  }

  /**
   * Whose an order is.
   *
   * @return null if it has no owner: staff orders for a name that has no owner
   * @throws NotTheOwner if the caller may not order for this name
   */
  public @Nullable Owner of(OrderRequest request, Caller caller) {
    boolean brings = BRINGING.contains(request.operation());
    Optional<Owner> owner =
        brings
            ? owners.ofHeld(request.account(), request.domain())
            : owners.of(request.account(), request.domain());
    if (owner.isEmpty() && (brings || caller.isStaff())) {
      return caller.owner();
    }
    return owner.filter(caller::maySee).orElseThrow(NotTheOwner::new);
  }

  /** Whether an outcome says that the name has arrived in the account. */
  boolean isBrought(Outcome outcome) {
    return BROUGHT.contains(outcome.code());
  }

  /** The name that an order has brought is that of the order's owner. */
  void brought(ProvisioningOrder order) {
    owners.brought(
        order.request().account(),
        order.request().domain(),
        order.owner(),
        order.id(),
        order.login());
  }

  /**
   * An order that fails can still have registered its name: the name belongs to the order's owner.
   */
  void endedOtherwise(ProvisioningOrder order) {
    if (order.request().operation() == Operation.REGISTER && order.charged() != Charged.NO) {
      brought(order);
    }
  }
}
