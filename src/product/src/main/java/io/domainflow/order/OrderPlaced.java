package io.domainflow.order;

import io.domainflow.order.content.Operation;

/** An order was stored; published within the transaction that stores it. */
public record OrderPlaced(Operation operation) {}
