package io.domainflow.process.transfer;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.WaitingFor.Who;
import io.domainflow.process.wait.ProcessWait;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * The wait until an obstacle to a transfer is removed, when an operator has chosen to wait in
 * {@link CorrectTransfer}.
 *
 * <ul>
 *   <li>checks: every {@code domainflow.transfer.repair-look-every}, counted from the creation of
 *       the task
 *   <li>the caller can continue before that, with new values as input
 *   <li>until: the operator's date; then the transfer is tried again
 * </ul>
 */
@Component
class RepairWait implements ProcessWait {

  private final TransferProperties properties;

  RepairWait(TransferProperties properties) {
    this.properties = properties;
  }

  @Override
  public Set<Place> places() {
    return Place.in(DomainTransferProcess.KEY, "Task_AwaitRepair");
  }

  @Override
  public WaitingFor waitingFor(ProvisioningOrder order, DelegateExecution execution) {
    return new WaitingFor(
        Who.CALLER,
        Code.valueOf(Objects.requireNonNull(DomainTransferProcess.OBSTACLE.of(execution))),
        order.content().domain().unicode()
            + " cannot be transferred yet: "
            + DomainTransferProcess.OBSTACLE_TEXT.of(execution)
            + ". Nothing was bought. An operator lets it rest until then; give new values as"
            + " input to continue before then",
        DomainTransferProcess.WAIT_UNTIL.of(execution),
        null);
  }

  /** When to check whether the obstacle is removed, as the timer of the model needs it. */
  String timetable() {
    return "R/" + properties.repairLookEvery();
  }
}
