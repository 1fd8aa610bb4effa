package io.domainflow.order;

/** An order was stored; told within the transaction that stores it. */
public record OrderPlaced(Operation operation) {}
