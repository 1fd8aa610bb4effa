package io.domainflow.order;

/**
 * An order has ended; published within the transaction that ends it.
 *
 * @param order as it is now, no longer open
 */
public record OrderEnded(ProvisioningOrder order) {}
