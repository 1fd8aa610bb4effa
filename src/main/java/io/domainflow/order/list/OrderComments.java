package io.domainflow.order.list;

import io.domainflow.order.ProvisioningOrder;
import java.util.List;

/** What people have written to the tasks of an order, also to those that are done. */
public interface OrderComments {

  /** All of it, oldest first. It is kept as long as the history of the task's process. */
  List<OrderComment> of(ProvisioningOrder order);
}
