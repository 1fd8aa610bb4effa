package io.domainflow.order;

import io.domainflow.model.DomainName;
import io.domainflow.order.wanted.Operation;
import io.domainflow.order.wanted.OrderReference;
import io.domainflow.order.wanted.OrderRequest;
import java.util.UUID;

/**
 * What tells an order from others, without its content: a step that needs no more need not have all
 * of it read.
 *
 * @param priority as in {@link ProvisioningOrder}
 */
public record OrderLabel(
    UUID id,
    OrderReference reference,
    DomainName domain,
    Operation operation,
    String account,
    int priority) {

  /** The label of an order. */
  public static OrderLabel of(ProvisioningOrder order) {
    OrderRequest request = order.request();
    return new OrderLabel(
        order.id(),
        request.reference(),
        request.domain(),
        request.operation(),
        request.account(),
        order.priority());
  }
}
