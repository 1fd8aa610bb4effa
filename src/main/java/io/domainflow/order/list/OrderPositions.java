package io.domainflow.order.list;

import io.domainflow.order.ProvisioningOrder;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Where the processes of orders stand, as far as readers of orders want to know. */
public interface OrderPositions {

  /** The place of each of these orders. */
  Map<UUID, OrderPosition> of(Collection<ProvisioningOrder> orders);

  /** The processes of all orders that have a step in one of these states. */
  List<String> processesInTrouble(Set<OrderTrouble.State> states);
}
