package io.domainflow.process.renewal;

import io.domainflow.model.DomainName;
import io.domainflow.order.Orders;
import io.domainflow.order.domain.DomainLeftAccount;
import io.domainflow.order.progress.Renewals;
import io.domainflow.process.domain.NameList.Listing;
import io.domainflow.process.domain.NameListFollower;
import io.domainflow.registrar.RegistrarGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Corrects the outcome of ended orders whose renewals were only ordered, once those can no longer
 * happen: the name has left, or its renewal mode has changed.
 */
@Component
class OrderedRenewals implements NameListFollower {

  private final Renewals renewals;
  private final Orders orders;

  OrderedRenewals(Renewals renewals, Orders orders) {
    this.renewals = renewals;
    this.orders = orders;
  }

  @Override
  public Runnable follow(String account, Listing listing, RegistrarGateway registrar) {
    return () -> correct(account, null);
  }

  @EventListener
  void gone(DomainLeftAccount gone) {
    correct(gone.account(), gone.domain());
  }

  private void correct(String account, @Nullable DomainName domain) {
    renewals.correctNotCharged(account, domain).forEach(orders::outcomeCorrected);
  }
}
