package io.domainflow.process.deletion;

import io.domainflow.model.DomainStatus;
import io.domainflow.model.Money;
import io.domainflow.order.Failure;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.NameInAccount;
import io.domainflow.process.NameInAccount.Found;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ReadAccount;
import io.domainflow.registrar.command.ReadDeletedDomain;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.ReadRegistryRules;
import io.domainflow.registrar.command.ReadTransfer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads at the registrar how a name stands that is to be deleted, or was. */
@Component
class DeletionLook {

  private final NameInAccount names;

  DeletionLook(NameInAccount names) {
    this.names = names;
  }

  /**
   * A name that is to be deleted.
   *
   * @param leaving whether a transfer of it is running
   * @param restorable for how long it could be had back; null if not stated
   * @param restorePrice what that would cost; null if not stated
   */
  record Checked(Found found, boolean leaving, Duration restorable, Money restorePrice) {}

  /**
   * A name that was to be deleted.
   *
   * @param deleted whether it is gone
   * @param left why it is gone otherwise: it was transferred away; null if it was not
   * @param pending whether the registrar shows that it is being deleted
   * @param restorableUntil the last moment to have it back; null if not stated, or not possible
   */
  record Stands(boolean deleted, Failure left, boolean pending, Instant restorableUntil) {}

  /** Before it is deleted. */
  Checked check(ProvisioningOrder order, RegistrarGateway registrar) {
    Found found = names.look(order, registrar);
    return found instanceof Found.Here here
        ? new Checked(
            found,
            isLeaving(order, registrar),
            restorable(order, registrar),
            restorePrice(order, here.domain().priceClass(), registrar))
        : new Checked(found, false, null, null);
  }

  /** After that. A name that the account does not have any more is gone. */
  Stands look(ProvisioningOrder order, RegistrarGateway registrar) {
    Optional<ReadDomain.Result> standing =
        registrar
            .reader(order.request().account())
            .domain(order.request().domain())
            .filter(domain -> domain.state().status() != DomainStatus.DELETED);
    if (standing.isPresent()) {
      return new Stands(false, null, standing.get().deleting(), null);
    }
    return names
        .left(order, registrar)
        .map(left -> new Stands(false, left, false, null))
        .orElseGet(() -> new Stands(true, null, false, restorableUntil(order, registrar)));
  }

  private static Instant restorableUntil(ProvisioningOrder order, RegistrarGateway registrar) {
    try {
      return registrar
          .ask(order.request().account(), new ReadDeletedDomain(order.request().domain()))
          .until();
    } catch (Refused e) {
      // The list is for information only.
      return null;
    }
  }

  private static boolean isLeaving(ProvisioningOrder order, RegistrarGateway registrar) {
    return registrar
        .reader(order.request().account())
        .transfer(order.request().domain())
        .filter(transfer -> transfer.type() != ReadTransfer.Type.TRADE)
        .filter(transfer -> !transfer.state().isOver())
        .isPresent();
  }

  private static Duration restorable(ProvisioningOrder order, RegistrarGateway registrar) {
    try {
      return registrar
          .ask(order.request().account(), new ReadRegistryRules(order.request().domain()))
          .restorable();
    } catch (Refused e) {
      return null;
    }
  }

  private static Money restorePrice(
      ProvisioningOrder order, String priceClass, RegistrarGateway registrar) {
    if (priceClass == null) {
      return null;
    }
    try {
      return registrar
          .ask(order.request().account(), new ReadAccount())
          .restorePrice(priceClass)
          .orElse(null);
    } catch (Refused e) {
      return null;
    }
  }
}
