package io.domainflow.process.deletion;

import io.domainflow.model.DomainStatus;
import io.domainflow.model.NameSettings;
import io.domainflow.order.Orders;
import io.domainflow.order.Outcome;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.domain.DomainReading;
import io.domainflow.order.domain.StoredDomains;
import io.domainflow.order.progress.Deletions;
import io.domainflow.order.progress.Suspensions;
import io.domainflow.process.StepVariables;
import io.domainflow.process.deletion.DeletionStateReader.Stands;
import io.domainflow.process.text.PlainTime;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarGateway;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Checks whether the name is gone. */
@Component
class LookUpDeletionWorker implements Worker.Asking<Stands> {

  private final DeletionStateReader reader;
  private final Orders orders;
  private final Deletions deletions;
  private final StoredDomains domains;
  private final Suspensions suspensions;
  private final DeletionWait wait;

  LookUpDeletionWorker(
      DeletionStateReader reader,
      Orders orders,
      Deletions deletions,
      StoredDomains domains,
      Suspensions suspensions,
      DeletionWait wait) {
    this.reader = reader;
    this.orders = orders;
    this.deletions = deletions;
    this.domains = domains;
    this.suspensions = suspensions;
    this.wait = wait;
  }

  @Override
  public Stands ask(ProvisioningOrder order, RegistrarGateway registrar) {
    return reader.read(order.content().domain(), registrar.reader(order.content().account()));
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, Stands stands) {
    if (!stands.deleted()
        && stands.left() == null
        && (stands.pending() || wait.isYoung(deletions.get(order.id())))) {
      return StepResult.done(wait.continues());
    }
    if (stands.deleted()) {
      gone(order, stands);
    } else {
      orders.recordFailure(
          order.id(),
          stands.left() == null ? DeletionFailures.notCarriedOut(order) : stands.left());
    }
    orders.awaitsRegistry(order.id(), false);
    orders.inProgress(order.id());
    return StepResult.done(
        StepVariables.of(
            DomainDeletionProcess.UNDER_WAY,
            false,
            DomainDeletionProcess.DELETED,
            stands.deleted()));
  }

  private void gone(ProvisioningOrder order, Stands stands) {
    domains.read(
        order, new DomainReading(DomainStatus.DELETED, Map.of(), NameSettings.NOTHING, null, null));
    domains.restorable(order, stands.restorableUntil());
    suspensions.forget(order.content().account(), order.content().domain());
    orders.recordOutcome(
        order.id(),
        new Outcome(
            Outcome.Code.DELETED,
            null,
            null,
            null,
            stands.restorableUntil() == null
                ? null
                : "The name can be restored until "
                    + PlainTime.of(stands.restorableUntil())
                    + "."));
  }
}
