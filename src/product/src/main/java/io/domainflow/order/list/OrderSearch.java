package io.domainflow.order.list;

import io.domainflow.order.OrderStatus;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor;
import io.domainflow.order.content.Operation;
import io.domainflow.order.content.OrderReference;
import io.domainflow.owner.Caller;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The criteria of a search for orders; null or empty ones are ignored.
 *
 * @param caller who searches; only visible orders are found
 * @param login who placed them
 * @param domain ASCII form; a {@code *} at its start or end matches any text
 * @param term beginning of a domain or a reference
 * @param waitingOn whom they wait for, one of these
 * @param troubles states of a failed step
 * @param metadata required values by name
 * @param sort in which order they are listed
 * @param after where the previous page ended
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
    Sort sort,
    @Nullable Position after,
    int limit) {

  /** The same criteria with a different limit. */
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
        sort,
        after,
        otherLimit);
  }

  /**
   * A search term. At least one of the two is present.
   *
   * @param domain as the domain of a search
   * @param reference beginning of the reference
   */
  public record Term(@Nullable String domain, @Nullable String reference) {}

  /** By the time at which the orders were placed. */
  public enum Sort {
    LATEST_FIRST,
    OLDEST_FIRST
  }

  /** Where a page ends. */
  public record Position(Instant created, UUID id) {

    /** The position of an order. */
    public static Position of(ProvisioningOrder order) {
      return new Position(order.createdAt(), order.id());
    }
  }
}
