package io.domainflow.rest.webhook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of deliveries.
 *
 * @param next the {@code after} of the next page; null on the last one
 */
record DeliveryList(List<DeliveryView> deliveries, @Nullable String next) {

  DeliveryList {
    deliveries = List.copyOf(deliveries);
  }
}
