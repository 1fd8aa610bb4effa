package io.domainflow.order;

import io.domainflow.order.wanted.Operation;
import java.util.UUID;

/**
 * An order has ended; told within the transaction that ends it.
 *
 * @param status one that is not open
 */
public record OrderEnded(UUID id, Operation operation, OrderStatus status) {}
