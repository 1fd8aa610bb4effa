package io.domainflow.process.deletion;

import io.domainflow.ispapi.command.QueryDeletedDomain;
import io.domainflow.ispapi.command.QueryDomainRepositoryInfo;
import io.domainflow.ispapi.command.StatusDomain;
import io.domainflow.ispapi.command.StatusDomainTransfer;
import io.domainflow.ispapi.command.StatusUser;
import io.domainflow.ispapi.protocol.ResultCode;
import io.domainflow.model.DomainStatus;
import io.domainflow.model.Money;
import io.domainflow.order.Failure;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.NameInAccount;
import io.domainflow.process.NameInAccount.Found;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import java.time.Duration;
import java.time.Instant;
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
    try {
      StatusDomain.Result domain =
          registrar.ask(order.request().account(), new StatusDomain(order.request().domain()));
      if (domain.domainStatus() != DomainStatus.DELETED) {
        return new Stands(false, null, domain.deleting(), null);
      }
    } catch (Refused e) {
      if (!e.isOneOf(ResultCode.NOT_FOUND, ResultCode.AUTHORIZATION_FAILED)) {
        throw e;
      }
    }
    return names
        .left(order, registrar)
        .map(left -> new Stands(false, left, false, null))
        .orElseGet(() -> new Stands(true, null, false, restorableUntil(order, registrar)));
  }

  private static Instant restorableUntil(ProvisioningOrder order, RegistrarGateway registrar) {
    try {
      return registrar
          .ask(order.request().account(), new QueryDeletedDomain(order.request().domain()))
          .until();
    } catch (Refused e) {
      // The list is for information only.
      return null;
    }
  }

  private static boolean isLeaving(ProvisioningOrder order, RegistrarGateway registrar) {
    try {
      StatusDomainTransfer.Result transfer =
          registrar.ask(
              order.request().account(), new StatusDomainTransfer(order.request().domain()));
      return transfer.type() != StatusDomainTransfer.Type.TRADE && !transfer.state().isOver();
    } catch (Refused e) {
      if (e.isOneOf(ResultCode.NOT_FOUND, ResultCode.AUTHORIZATION_FAILED)) {
        return false;
      }
      throw e;
    }
  }

  private static Duration restorable(ProvisioningOrder order, RegistrarGateway registrar) {
    try {
      return registrar
          .ask(order.request().account(), new QueryDomainRepositoryInfo(order.request().domain()))
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
          .ask(order.request().account(), new StatusUser())
          .restorePrice(priceClass)
          .orElse(null);
    } catch (Refused e) {
      return null;
    }
  }
}
