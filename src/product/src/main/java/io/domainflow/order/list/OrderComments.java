package io.domainflow.order.list;

import io.domainflow.order.ProvisioningOrder;
import java.util.List;

/** The comments of people on the tasks of an order, including completed ones. */
public interface OrderComments {

  /** All comments, oldest first. They are kept as long as the history of the task's process. */
  List<OrderComment> of(ProvisioningOrder order);
}
