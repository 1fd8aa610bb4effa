package io.domainflow.rest.order;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of orders.
 *
 * @param next for the parameter {@code after} of the next page; null if this is the last
 */
record OrderList(List<OrderView> orders, @Nullable String next) {}
