package io.domainflow.process.deletion;

import io.domainflow.consent.DisputeHolds;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Refusal;
import io.domainflow.order.content.DeletionOrder;
import io.domainflow.order.progress.Deletions;
import io.domainflow.process.domain.NameInAccount;
import io.domainflow.process.domain.NameInAccount.Presence;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.DeleteDomain;
import io.domainflow.registrar.command.Mutation;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Deletes the name, at most once.
 *
 * <ul>
 *   <li>{@code Err_DeletionChanged}: nobody has agreed to have the name deleted as it is now
 *   <li>{@code Err_DeletionRefused}: the registrar refuses
 * </ul>
 */
@Component
class DeleteDomainWorker implements Worker.Changing<DeleteDomain.Result> {

  private final NameInAccount names;
  private final Orders orders;
  private final Deletions deletions;
  private final DisputeHolds holds;
  private final DeletionWait wait;

  DeleteDomainWorker(
      NameInAccount names,
      Orders orders,
      Deletions deletions,
      DisputeHolds holds,
      DeletionWait wait) {
    this.names = names;
    this.orders = orders;
    this.deletions = deletions;
    this.holds = holds;
    this.wait = wait;
  }

  @Override
  public Mutation<DeleteDomain.Result> prepare(ProvisioningOrder order) {
    return new DeleteDomain(order.content().domain());
  }

  @Override
  public void lookBeforeSending(ProvisioningOrder order, RegistrarGateway registrar) {
    boolean asConfirmed =
        order.content().as(DeletionOrder.class).confirmed()
            && names.find(order.content().domain(), registrar.reader(order.content().account()))
                instanceof Presence.Here here
            && NameBeforeDeletion.of(here.domain()).equals(deletions.get(order.id()).seen());
    if (!asConfirmed || holds.isHeld(order.content().domain())) {
      throw new NotToBeSent(StepResult.error(DomainDeletionProcess.ERROR_DELETION_CHANGED));
    }
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, DeleteDomain.Result accepted) {
    deletions.requested(order.id());
    orders.awaitsRegistry(order.id(), true);
    return StepResult.done(wait.begins(accepted.pending()));
  }

  @Override
  public StepResult refused(ProvisioningOrder order, Refused refusal) {
    orders.refused(order.id(), new Refusal(Set.of(), refusal.words()));
    return StepResult.error(DomainDeletionProcess.ERROR_DELETION_REFUSED);
  }
}
