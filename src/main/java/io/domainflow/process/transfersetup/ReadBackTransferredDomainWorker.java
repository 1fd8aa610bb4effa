package io.domainflow.process.transfersetup;

import io.domainflow.order.OrderRequest;
import io.domainflow.order.Orders;
import io.domainflow.order.Outcome;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Transfer;
import io.domainflow.order.TransferSetup;
import io.domainflow.order.TransferSetups;
import io.domainflow.order.Transfers;
import io.domainflow.process.DomainReadings;
import io.domainflow.process.OrderedSettings;
import io.domainflow.process.transfersetup.ReadBackTransferredDomainWorker.Arrived;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.ReadRegistrantChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Reads a name that has come back and compares it with the order. Once the order's contacts were
 * set it also looks for a change of registrant: with some accounts the registrar makes one of them,
 * and says so nowhere else.
 */
@Component
class ReadBackTransferredDomainWorker implements Worker.Repeatable<Arrived> {

  /**
   * The name as the registrar has it.
   *
   * @param trade the change of registrant that is under way; null if there is none
   */
  record Arrived(
      ReadDomain.Result domain, boolean withoutContacts, ReadRegistrantChange.Result trade) {}

  private final Orders orders;
  private final Transfers transfers;
  private final TransferSetups setups;
  private final UsableContacts contacts;
  private final DomainReadings readings;

  ReadBackTransferredDomainWorker(
      Orders orders,
      Transfers transfers,
      TransferSetups setups,
      UsableContacts contacts,
      DomainReadings readings) {
    this.orders = orders;
    this.transfers = transfers;
    this.setups = setups;
    this.contacts = contacts;
    this.readings = readings;
  }

  @Override
  public String topic() {
    return "read-back-transferred-domain";
  }

  @Override
  public Arrived ask(ProvisioningOrder order, RegistrarGateway registrar) {
    String account = order.request().account();
    ReadDomain.Result domain = registrar.ask(account, new ReadDomain(order.request().domain()));
    return new Arrived(
        domain,
        !contacts.areThere(account, domain, registrar),
        setups.get(order.id()).contactsReplacedAt() == null ? null : trade(order, registrar));
  }

  private static ReadRegistrantChange.Result trade(
      ProvisioningOrder order, RegistrarGateway registrar) {
    return registrar
        .reader(order.request().account())
        .change(order.request().domain())
        .filter(change -> !change.state().isOver())
        .orElse(null);
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
        differences(order.request(), domain),
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
    return StepResult.done(Map.of(TransferSetupProcess.SET_UP_AS_ORDERED, setup.asOrdered()));
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

  private static List<String> differences(OrderRequest ordered, ReadDomain.Result domain) {
    List<String> differences = new ArrayList<>();
    OrderedSettings.renewalMode(ordered, domain).ifPresent(differences::add);
    if (TransferLock.differs(ordered, domain)) {
      differences.add(
          ordered.transferLock()
              ? "transfer lock: ordered, but not set"
              : "transfer lock: ordered without, but set");
    }
    OrderedSettings.nameservers(ordered, domain).ifPresent(differences::add);
    return differences;
  }
}
