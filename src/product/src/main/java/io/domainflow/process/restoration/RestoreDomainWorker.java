package io.domainflow.process.restoration;

import io.domainflow.model.Money;
import io.domainflow.model.RenewalMode;
import io.domainflow.order.Failure;
import io.domainflow.order.Failure.Reason;
import io.domainflow.order.OrderPurchases;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Quote;
import io.domainflow.order.content.OrderDetails;
import io.domainflow.order.content.RenewalOrder;
import io.domainflow.order.content.RestoreOrder;
import io.domainflow.order.progress.Restorations;
import io.domainflow.process.restoration.RestorationCheck.Prices;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ReadDeletedDomain;
import io.domainflow.registrar.command.RestoreDomain;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Orders the restore at the registrar, at most once.
 *
 * <ul>
 *   <li>{@code Err_RestoreTermsChanged}: the name is no longer listed as deleted, or has a price
 *       that nobody has agreed to; nothing was sent
 *   <li>{@code Err_NotRestored}: the registrar refuses; nothing was bought
 * </ul>
 */
@Component
class RestoreDomainWorker implements Worker.Changing<RestoreDomain.Result> {

  private final Orders orders;
  private final OrderPurchases purchases;
  private final Restorations restorations;
  private final RestorationWait wait;

  RestoreDomainWorker(
      Orders orders, OrderPurchases purchases, Restorations restorations, RestorationWait wait) {
    this.orders = orders;
    this.purchases = purchases;
    this.restorations = restorations;
    this.wait = wait;
  }

  @Override
  public RestoreDomain prepare(ProvisioningOrder order) {
    return new RestoreDomain(
        order.content().domain(), renewalMode(order), restorations.get(order.id()).priceClass());
  }

  @Override
  public void lookBeforeSending(ProvisioningOrder order, RegistrarGateway registrar) {
    Quote quote = order.purchase().quote();
    if (quote == null || !quote.isCoveredBy(order.content().acceptPrice())) {
      throw changed();
    }
    boolean listed =
        registrar
            .ask(order.content().account(), new ReadDeletedDomain(order.content().domain()))
            .restorable();
    Optional<Prices> now =
        RestorationCheck.prices(
            order.content(), restorations.get(order.id()).renewedYears(), registrar);
    boolean same = now.map(Prices::total).filter(quote::hasPriceOf).isPresent();
    if (!listed || !same) {
      throw changed();
    }
  }

  private static NotToBeSent changed() {
    return new NotToBeSent(StepResult.error(RestorationProcess.ERROR_TERMS_CHANGED));
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, RestoreDomain.Result requested) {
    Money price = restorations.get(order.id()).restorePrice();
    purchases.bought(order.id(), price);
    orders.awaitsRegistry(order.id(), true);
    restorations.requested(order.id());
    return StepResult.done(wait.begins());
  }

  @Override
  public StepResult refused(ProvisioningOrder order, Refused refusal) {
    orders.recordFailure(
        order.id(),
        new Failure(
            Reason.REGISTRAR_REFUSED,
            "The registrar does not give "
                + order.content().domain().unicode()
                + " back: «"
                + refusal.words()
                + "». Nothing was bought. Ask the registrar; then order the restore again.",
            refusal.code()));
    return StepResult.error(RestorationProcess.ERROR_NOT_RESTORED);
  }

  /**
   * The mode that the name gets: either the order is for the restore alone, or it also renews the
   * name.
   */
  static RenewalMode renewalMode(ProvisioningOrder order) {
    OrderDetails details = order.content().details();
    return details instanceof RestoreOrder restore
        ? restore.renewalMode()
        : ((RenewalOrder) details).renewalMode();
  }
}
