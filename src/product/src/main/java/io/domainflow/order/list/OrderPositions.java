package io.domainflow.order.list;

import io.domainflow.order.ProvisioningOrder;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Finds the positions of orders in their processes. */
public interface OrderPositions {

  /** The position of each of these orders. */
  Map<UUID, OrderPosition> of(Collection<ProvisioningOrder> orders);

  /** The processes of all orders with a failed step in one of these states. */
  List<String> processesInTrouble(Set<OrderTrouble.State> states);
}
