package io.domainflow.order.list;

import io.domainflow.order.OrderStatus;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor;
import io.domainflow.order.wanted.Operation;
import io.domainflow.order.wanted.OrderReference;
import io.domainflow.owner.Caller;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which orders are asked for; what is null or empty does not matter.
 *
 * @param caller who asks: he gets what he may see
 * @param login by whom placed
 * @param domain ASCII form; with a {@code *} at its start or end any text may stand there
 * @param term what a domain or a reference begins with
 * @param waitingOn whom it waits for, one of these
 * @param troubles states that a step of it is in
 * @param metadata values that an order must have under these names
 * @param after where the page before ended
 */
public record OrderSearch(
    Caller caller,
    @Nullable String login,
    @Nullable String domain,
    @Nullable OrderReference reference,
    @Nullable Term term,
    @Nullable String account,
    Set<OrderStatus> statuses,
    Set<Operation> operations,
    WaitingFor.@Nullable Code waitingFor,
    Set<WaitingParty> waitingOn,
    Set<OrderTrouble.State> troubles,
    @Nullable Instant createdFrom,
    @Nullable Instant createdBefore,
    @Nullable Instant updatedFrom,
    @Nullable Instant updatedBefore,
    Map<String, String> metadata,
    @Nullable Position after,
    int limit) {

  /** The same with another limit. */
  public OrderSearch with(int otherLimit) {
    return new OrderSearch(
        caller,
        login,
        domain,
        reference,
        term,
        account,
        statuses,
        operations,
        waitingFor,
        waitingOn,
        troubles,
        createdFrom,
        createdBefore,
        updatedFrom,
        updatedBefore,
        metadata,
        after,
        otherLimit);
  }

  /**
   * What somebody types who looks for an order. One of the two is there at least.
   *
   * @param domain as the domain of a search
   * @param reference what the reference begins with
   */
  public record Term(@Nullable String domain, @Nullable String reference) {}

  /** Where a page ends. */
  public record Position(Instant created, UUID id) {

    /** The position of an order. */
    public static Position of(ProvisioningOrder order) {
      return new Position(order.createdAt(), order.id());
    }
  }
}
