package io.domainflow.order;

import io.domainflow.model.ContactRole;
import io.domainflow.order.wanted.OrderRequest;
import io.domainflow.owner.Owner;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order and where it stands, as read at one moment.
 *
 * @param login who placed it
 * @param owner whose the name was when it was placed, or will be once it is here: he sees it, and
 *     is told of it; null if it has no owner, which only staff sees
 * @param waitingFor null unless {@code status} is WAITING
 * @param outcome what was read back from the registrar; null before that
 * @param awaitsRegistry whether the registrar has accepted a registration or transfer that is yet
 *     to be decided: by the registry, the registrant or the losing registrar
 * @param purchase progress of the purchase of the name
 * @param failure null unless something stands in the way of success
 * @param processInstanceId null for a draft
 * @param priority 0, and less the more orders of its kind its login had in work when it came: steps
 *     of higher priority ask the registrar first
 */
public record ProvisioningOrder(
    UUID id,
    String login,
    @Nullable Owner owner,
    OrderRequest request,
    OrderStatus status,
    @Nullable WaitingFor waitingFor,
    @Nullable Outcome outcome,
    @Nullable Failure failure,
    Charged charged,
    boolean awaitsRegistry,
    Purchase purchase,
    @Nullable String processInstanceId,
    int priority,
    Instant createdAt,
    Instant updatedAt) {

  /**
   * This order as it would be once these terms are noted; nothing is stored.
   *
   * @param quote null for a name at the price of its zone
   * @param notice null for a name that no trademark notice stands against
   */
  public ProvisioningOrder withTerms(@Nullable Quote quote, @Nullable ClaimsNotice notice) {
    return with(request, purchase.with(quote, notice));
  }

  /** This order as it would be with something else ordered; nothing is stored. */
  public ProvisioningOrder with(OrderRequest other) {
    return with(other, purchase);
  }

  ProvisioningOrder with(OrderRequest complete, Map<ContactRole, String> handles) {
    return with(complete, purchase.with(handles));
  }

  private ProvisioningOrder with(OrderRequest complete, Purchase bought) {
    return new ProvisioningOrder(
        id,
        login,
        owner,
        complete,
        status,
        waitingFor,
        outcome,
        failure,
        charged,
        awaitsRegistry,
        bought,
        processInstanceId,
        priority,
        createdAt,
        updatedAt);
  }
}
