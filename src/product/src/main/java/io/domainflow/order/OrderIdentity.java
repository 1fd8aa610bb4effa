package io.domainflow.order;

import io.domainflow.model.DomainName;
import io.domainflow.order.content.Operation;
import io.domainflow.order.content.OrderContent;
import io.domainflow.order.content.OrderReference;
import java.util.UUID;

/**
 * The identifying data of an order, without its content, for steps that need no more.
 *
 * @param priority as in {@link ProvisioningOrder}
 */
public record OrderIdentity(
    UUID id,
    OrderReference reference,
    DomainName domain,
    Operation operation,
    String account,
    int priority) {

  /** The identity of an order. */
  public static OrderIdentity of(ProvisioningOrder order) {
    OrderContent content = order.content();
    return new OrderIdentity(
        order.id(),
        content.reference(),
        content.domain(),
        content.operation(),
        content.account(),
        order.priority());
  }
}
