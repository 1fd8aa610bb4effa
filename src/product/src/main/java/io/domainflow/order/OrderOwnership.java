package io.domainflow.order;

import io.domainflow.order.content.Operation;
import io.domainflow.order.content.OrderContent;
import io.domainflow.owner.Caller;
import io.domainflow.owner.DomainOwners;
import io.domainflow.owner.NotTheOwner;
import io.domainflow.owner.Owner;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Decides who owns an order and the name that it brings to the account, and knows who has orders.
 * Anybody may order a name that is not in the account; for one that is, or that can still be
 * restored, only its owner and staff may order.
 */
@Repository
public class OrderOwnership {

  private static final Set<Operation> BRINGING = EnumSet.of(Operation.REGISTER, Operation.TRANSFER);

  private static final Set<Outcome.Code> BROUGHT =
      EnumSet.of(Outcome.Code.REGISTERED, Outcome.Code.TRANSFERRED, Outcome.Code.ACCOUNT_CHANGED);

  private final JdbcClient jdbc;
  private final DomainOwners owners;

  OrderOwnership(JdbcClient jdbc, DomainOwners owners) {
    this.jdbc = jdbc;
    this.owners = owners;
  }

  /**
   * The owner of an order.
   *
   * @return null if it has none, because staff orders for a name without an owner
   * @throws NotTheOwner if the caller may not order for this name
   */
  public @Nullable Owner of(OrderContent content, Caller caller) {
    boolean brings = BRINGING.contains(content.operation());
    Optional<Owner> owner =
        brings
            ? owners.ofHeld(content.account(), content.domain())
            : owners.of(content.account(), content.domain());
    if (owner.isEmpty() && (brings || caller.isStaff())) {
      return caller.owner();
    }
    return owner.filter(caller::maySee).orElseThrow(NotTheOwner::new);
  }

  /**
   * Moves all orders of one owner to another.
   *
   * @param owner null for no owner
   */
  public void belongTo(@Nullable Owner owner, Owner former) {
    jdbc.sql("update provisioning_order set owner = :owner where owner = :former")
        .param("owner", Owner.textOf(owner))
        .param("former", former.text())
        .update();
  }

  /** Whether a login has ever placed an order. */
  public boolean hasAny(String login) {
    return jdbc.sql("select exists (select 1 from provisioning_order where login = :login)")
        .param("login", login)
        .query(Boolean.class)
        .single();
  }

  /** Whether an owner has an order, open or ended. */
  public boolean hasAny(Owner owner) {
    return jdbc.sql("select exists (select 1 from provisioning_order where owner = :owner)")
        .param("owner", owner.text())
        .query(Boolean.class)
        .single();
  }

  /** Whether an outcome says that the name has arrived in the account. */
  boolean isBrought(Outcome outcome) {
    return BROUGHT.contains(outcome.code());
  }

  /** Assigns a name that an order has brought to the order's owner. */
  void brought(ProvisioningOrder order) {
    owners.brought(
        order.content().account(),
        order.content().domain(),
        order.owner(),
        order.id(),
        order.login());
  }

  /** Assigns a name that a failed order has nevertheless registered to the order's owner. */
  void endedOtherwise(ProvisioningOrder order) {
    if (order.content().operation() == Operation.REGISTER && order.charged() != Charged.NO) {
      brought(order);
    }
  }
}
