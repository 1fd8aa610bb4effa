package io.domainflow.process.changeofregistrant;

import io.domainflow.ispapi.command.CancelDomainTrade;
import io.domainflow.ispapi.command.StatusDomainTrade;
import io.domainflow.ispapi.protocol.ResultCode;
import io.domainflow.model.ContactRole;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import org.springframework.stereotype.Component;

/**
 * Withdraws the change of an order at the registrar, if it still runs there: what is gone is not
 * cancelled, and neither is somebody else's change.
 */
@Component
class ChangeWithdrawal {

  /** Asks for it; the next look tells whether it is gone, or was faster. */
  void ask(ProvisioningOrder order, RegistrarGateway registrar) {
    String account = order.request().account();
    try {
      StatusDomainTrade.Result trade =
          registrar.ask(account, new StatusDomainTrade(order.request().domain()));
      String ours = order.purchase().handles().get(ContactRole.REGISTRANT);
      if (trade.state().isOver()
          || (trade.newOwnerContact() != null && !trade.newOwnerContact().equalsIgnoreCase(ours))) {
        return;
      }
      registrar.ensure(account, new CancelDomainTrade(order.request().domain()));
    } catch (Refused e) {
      if (!e.isOneOf(
          ResultCode.NOT_FOUND,
          ResultCode.AUTHORIZATION_FAILED,
          ResultCode.STATUS_PROHIBITS_OPERATION)) {
        throw e;
      }
    }
  }
}
