package io.domainflow.process.registration;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Quote;
import io.domainflow.order.content.RegistrationOrder;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker.NotToBeSent;
import io.domainflow.registrar.RegistrarFailure.Unavailable;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.CheckDomains;
import io.domainflow.registrar.command.CheckDomains.Availability;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Checks once more, right before money is spent, what the customer has agreed to. It relies on the
 * order alone, because variables of the process can be overwritten.
 */
@Component
class PurchaseTerms {

  private final Clock clock;

  PurchaseTerms(Clock clock) {
    this.clock = clock;
  }

  /**
   * The trademark notice must have been accepted and still be valid.
   *
   * @throws NotToBeSent if not
   */
  void checkNotice(ProvisioningOrder order) {
    var notice = order.purchase().notice();
    if (notice != null
        && !notice.isAcceptedBy(
            order.content().as(RegistrationOrder.class).claimsAcceptance(), clock.instant())) {
      throw changed();
    }
  }

  /**
   * The price must be the one that was quoted, and the customer must have agreed to it.
   *
   * @throws NotToBeSent if not
   */
  void checkPrice(ProvisioningOrder order, RegistrarGateway registrar) {
    Quote quote = order.purchase().quoteOrThrow();
    if (!quote.isCoveredBy(order.content().acceptPrice())) {
      throw changed();
    }
    Availability now =
        registrar
            .ask(order.content().account(), new CheckDomains(List.of(order.content().domain())))
            .names()
            .get(0);
    if (!now.kind().isKnown()) {
      throw new Unavailable("it could not check the price (" + now.text() + ")", false);
    }
    if (now.kind() != Availability.Kind.PREMIUM
        || now.price() == null
        || !quote.priceClass().equals(now.priceClass())
        || !quote.price().currency().equals(now.price().currency())
        || quote.price().amount().compareTo(now.price().amount()) != 0) {
      throw changed();
    }
  }

  private static NotToBeSent changed() {
    return new NotToBeSent(StepResult.error(DomainRegistrationProcess.ERROR_TERMS_CHANGED));
  }
}
