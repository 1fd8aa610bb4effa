package io.domainflow.process.wait;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.ProcessOrders;
import io.domainflow.process.wait.ProcessWait.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Asks each {@link ProcessWait} what its order waits for. */
@Component
public class ProcessWaits {

  private final Map<Place, ProcessWait> waits;
  private final Orders orders;

  ProcessWaits(List<ProcessWait> waits, Orders orders) {
    this.waits =
        waits.stream()
            .flatMap(wait -> wait.places().stream().map(place -> Map.entry(place, wait)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    this.orders = orders;
  }

  /** The wait at an activity of a process; empty if no order waits there. */
  public Optional<ProcessWait> at(String process, String activity) {
    return Optional.ofNullable(waits.get(new Place(process, activity)));
  }

  /** An order has reached a wait. */
  public void begun(ProcessWait wait, DelegateExecution execution) {
    // Locked, because a reminder may hand the order to an operator at this very moment.
    ProvisioningOrder order =
        orders.lock(ProcessOrders.of(execution.getProcessInstanceId(), orders).id());
    if (order.waitingFor() == null || order.waitingFor().taskId() == null) {
      orders.waiting(order.id(), wait.waitingFor(order, execution));
    }
  }
}
