package io.domainflow.process.transfersetup;

import io.domainflow.order.Orders;
import io.domainflow.order.Outcome;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.progress.Transfer;
import io.domainflow.order.progress.TransferSetup;
import io.domainflow.order.progress.TransferSetups;
import io.domainflow.order.progress.Transfers;
import io.domainflow.process.StepVariables;
import io.domainflow.process.domain.DomainReadings;
import io.domainflow.process.transfersetup.ArrivalCheck.Arrived;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.CommandJournal;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.ReadRegistrantChange;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads a transferred name back and notes what differs from the order. */
@Component
class ReadBackTransferredDomainWorker implements Worker.Asking<Arrived> {

  private final Orders orders;
  private final Transfers transfers;
  private final TransferSetups setups;
  private final DomainReadings readings;
  private final CommandJournal journal;

  ReadBackTransferredDomainWorker(
      Orders orders,
      Transfers transfers,
      TransferSetups setups,
      DomainReadings readings,
      CommandJournal journal) {
    this.orders = orders;
    this.transfers = transfers;
    this.setups = setups;
    this.readings = readings;
    this.journal = journal;
  }

  @Override
  public Arrived ask(ProvisioningOrder order, RegistrarGateway registrar) {
    return ArrivalCheck.check(
        order.content(),
        setups.get(order.id()).contactsReplacedAt() != null,
        registrar.reader(order.content().account()));
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, Arrived arrived) {
    ReadDomain.Result domain = arrived.domain();
    ReadRegistrantChange.Result trade = arrived.trade();
    readings.store(order, domain);
    orders.recordOutcome(
        order.id(),
        new Outcome(
            outcome(order),
            domain.expiresAt(),
            domain.renewalMode().orElse(null),
            domain.transferLockedUntil().orElse(null)));
    setups.readBack(
        order.id(),
        arrived.differences(),
        arrived.withoutContacts(),
        trade != null,
        trade == null ? null : trade.createdAt());
    return result(order);
  }

  @Override
  public StepResult refused(ProvisioningOrder order, Refused refusal) {
    if (!refusal.saysNotHere()) {
      throw refusal;
    }
    orders.recordOutcome(order.id(), new Outcome(outcome(order), null, null, null));
    setups.readBack(
        order.id(),
        List.of("the registrar does not show the name in this account: «" + refusal.words() + "»"),
        false,
        false,
        null);
    return result(order);
  }

  private StepResult result(ProvisioningOrder order) {
    TransferSetup setup = setups.get(order.id());
    if (setup.mayStillChange()) {
      journal.sends(order.id());
    }
    return StepResult.done(
        StepVariables.of(TransferSetupProcess.SET_UP_AS_ORDERED, setup.asOrdered()));
  }

  private Outcome.Code outcome(ProvisioningOrder order) {
    Transfer transfer = transfers.find(order.id()).orElse(null);
    if (transfer == null || transfer.requestedAt() == null) {
      return Outcome.Code.ALREADY_HERE;
    }
    return transfer.kind() == Transfer.Kind.USERTRANSFER
        ? Outcome.Code.ACCOUNT_CHANGED
        : Outcome.Code.TRANSFERRED;
  }
}
