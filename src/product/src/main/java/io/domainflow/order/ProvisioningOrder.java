package io.domainflow.order;

import io.domainflow.model.ContactRole;
import io.domainflow.order.content.OrderContent;
import io.domainflow.owner.Owner;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order and its status, as read at one moment.
 *
 * @param login who placed it
 * @param owner owner of the name when the order was placed, or once the name is here: the owner
 *     sees the order and gets its events; null if there is none, then only staff sees it
 * @param waitingFor null unless {@code status} is WAITING
 * @param outcome what was read back from the registrar; null before that
 * @param awaitsRegistry whether the registrar has accepted, or may have accepted, an operation on
 *     which the registry, the registrant or the losing registrar has yet to decide
 * @param unanswered whether a command that may be repeated was sent, and its effect is not known
 *     yet; the journal knows the others
 * @param purchase progress of the purchase of the name
 * @param failure null unless something prevents success
 * @param processInstanceId null for a draft
 * @param priority 0 or below, the lower the more open orders of the same kind its login had when it
 *     was placed: steps with a higher priority are executed first
 */
public record ProvisioningOrder(
    UUID id,
    String login,
    @Nullable Owner owner,
    OrderContent content,
    OrderStatus status,
    @Nullable WaitingFor waitingFor,
    @Nullable Outcome outcome,
    @Nullable Failure failure,
    Charged charged,
    boolean awaitsRegistry,
    boolean unanswered,
    Purchase purchase,
    @Nullable String processInstanceId,
    int priority,
    Instant createdAt,
    Instant updatedAt) {

  /** The outcome of an order that is known to have one. */
  public Outcome outcomeOrThrow() {
    return Objects.requireNonNull(outcome, "the registrar has told the outcome");
  }

  /** What an order that is known to wait is waiting for. */
  public WaitingFor waitingForOrThrow() {
    return Objects.requireNonNull(waitingFor, "the order waits");
  }

  /**
   * This order as it would be with these terms; nothing is stored.
   *
   * @param quote null for a name at the price of its zone
   * @param notice null for a name without a trademark notice
   */
  public ProvisioningOrder withTerms(@Nullable Quote quote, @Nullable ClaimsNotice notice) {
    return with(content, purchase.with(quote, notice));
  }

  /** This order as it would be with different content; nothing is stored. */
  public ProvisioningOrder with(OrderContent other) {
    return with(other, purchase);
  }

  ProvisioningOrder with(OrderContent complete, Map<ContactRole, String> handles) {
    return with(complete, purchase.with(handles));
  }

  private ProvisioningOrder with(OrderContent complete, Purchase bought) {
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
        unanswered,
        bought,
        processInstanceId,
        priority,
        createdAt,
        updatedAt);
  }
}
