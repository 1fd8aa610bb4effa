package io.domainflow.order;

import io.domainflow.model.DomainName;
import io.domainflow.order.wanted.Operation;
import io.domainflow.order.wanted.OrderReference;
import io.domainflow.order.wanted.OrderRequest;
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
    OrderRequest request = order.request();
    return new OrderIdentity(
        order.id(),
        request.reference(),
        request.domain(),
        request.operation(),
        request.account(),
        order.priority());
  }
}
