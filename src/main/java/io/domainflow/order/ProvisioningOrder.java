package io.domainflow.order;

import java.time.Instant;
import java.util.UUID;

/**
 * An order and where it stands, as read at one moment.
 *
 * @param login who placed it and may see it
 * @param waitingFor null unless {@code status} is WAITING
 * @param outcome what was read back from the registrar; null before that
 * @param awaitsRegistry whether the registrar has accepted a registration that the registry has yet
 *     to decide
 * @param failure null unless something stands in the way of success
 */
public record ProvisioningOrder(
    UUID id,
    String login,
    OrderRequest request,
    OrderStatus status,
    WaitingFor waitingFor,
    Outcome outcome,
    Failure failure,
    Charged charged,
    boolean awaitsRegistry,
    String processInstanceId,
    Instant createdAt,
    Instant updatedAt) {

  ProvisioningOrder with(OrderRequest complete) {
    return new ProvisioningOrder(
        id,
        login,
        complete,
        status,
        waitingFor,
        outcome,
        failure,
        charged,
        awaitsRegistry,
        processInstanceId,
        createdAt,
        updatedAt);
  }
}
