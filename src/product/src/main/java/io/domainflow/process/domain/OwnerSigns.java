package io.domainflow.process.domain;

import io.domainflow.model.DomainName;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.domain.RecentChanges;
import io.domainflow.owner.Callers;
import io.domainflow.owner.DomainOwners;
import jakarta.ws.rs.core.Response.Status;
import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.springframework.stereotype.Component;

/**
 * Collects the signs that a member of staff takes a customer's name: by an order of his own, or by
 * handing it over to somebody who orders. The person who handed it over does not approve anything
 * about it for a while.
 */
@Component
public class OwnerSigns {

  private final DomainOwners owners;
  private final Callers callers;

  OwnerSigns(DomainOwners owners, Callers callers) {
    this.owners = owners;
    this.callers = callers;
  }

  /** When the name of an order was last taken from an owner; empty if it never was. */
  public Optional<Instant> takenAt(ProvisioningOrder order) {
    return owners.takenAt(order.content().account(), order.content().domain());
  }

  /** Whether the name of an order has an owner, and somebody else has placed the order. */
  public boolean isOrderedByStaff(ProvisioningOrder order) {
    return owners
        .of(order.content().account(), order.content().domain())
        .filter(owner -> !callers.audience(owner).contains(order.login()))
        .isPresent();
  }

  /** Why a login may not approve an order; empty if this does not keep it from approving. */
  public Optional<String> refusal(ProvisioningOrder order, String login) {
    return refusal(order.content().account(), order.content().domain(), order.createdAt(), login);
  }

  /**
   * Refuses the approval of somebody who has handed the name over lately.
   *
   * @param before what is approved began then
   */
  public void refuseApproval(String account, DomainName domain, Instant before, String login) {
    refusal(account, domain, before, login)
        .ifPresent(
            why -> {
              throw new InvalidRequestException(Status.FORBIDDEN, why);
            });
  }

  private Optional<String> refusal(
      String account, DomainName domain, Instant before, String login) {
    return owners.wasHandedOverBy(login, account, domain, RecentChanges.lately(before))
        ? Optional.of(
            "You have given this name to its present owner less than 72 hours before, so somebody"
                + " else has to approve it. Nothing was sent.")
        : Optional.empty();
  }
}
